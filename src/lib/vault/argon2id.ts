import { argon2id as nobleArgon2id } from '@noble/hashes/argon2.js';
import { argon2id as wasmArgon2id } from 'hash-wasm';

export type Argon2idInput = {
  password: Uint8Array;
  salt: Uint8Array;
  memoryKiB: number;
  passes: number;
  lanes: number;
  /** bytes */
  length: number;
};

/** A module of the eight bytes that every WebAssembly module begins with: compiles wherever any does. */
const EMPTY_MODULE = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/**
 * Some administrations switch WebAssembly off by policy (Edge's enhanced security mode, a proxy that
 * rewrites the content security policy). It then is either absent or throws when used.
 */
export async function isWebAssemblyUsable(): Promise<boolean> {
  try {
    await WebAssembly.compile(EMPTY_MODULE);
    return true;
  } catch {
    return false;
  }
}

/** Argon2id (RFC 9106) in WebAssembly: fast, tells nothing on its way. */
export function argon2idInWebAssembly(input: Argon2idInput): Promise<Uint8Array<ArrayBuffer>> {
  return wasmArgon2id({
    password: input.password,
    salt: input.salt,
    memorySize: input.memoryKiB,
    iterations: input.passes,
    parallelism: input.lanes,
    hashLength: input.length,
    outputType: 'binary',
  }) as Promise<Uint8Array<ArrayBuffer>>;
}

/** The same in JavaScript: three to four times slower, and reports the fraction done (0 to 1). */
export function argon2idInJavaScript(
  input: Argon2idInput,
  onProgress: (fraction: number) => void = () => {},
): Uint8Array<ArrayBuffer> {
  return nobleArgon2id(input.password, input.salt, {
    m: input.memoryKiB,
    t: input.passes,
    p: input.lanes,
    dkLen: input.length,
    maxmem: (input.memoryKiB + 1024) * 1024,
    onProgress,
  }) as Uint8Array<ArrayBuffer>;
}
