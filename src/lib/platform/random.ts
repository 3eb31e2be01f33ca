/** Where chance comes from: so many bytes, each equally likely. Tests inject a fixed one. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>;

export const secureRandomBytes: RandomBytes = (length) =>
  crypto.getRandomValues(new Uint8Array(length));
