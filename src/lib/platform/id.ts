const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function format(bytes: Uint8Array, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => HEX[byte]).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

let lastMillisecond = 0;
let sequence = 0;

/**
 * A UUIDv7 (RFC 9562, section 5.7): sorts by time, so it serves as the order of lists too. Ids made
 * in the same millisecond keep their order (method 1 of section 6.2: a counter in rand_a).
 */
export function newId(at: Date = new Date()): string {
  const milliseconds = at.getTime();
  sequence = milliseconds === lastMillisecond ? (sequence + 1) & 0xfff : 0;
  lastMillisecond = milliseconds;
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let rest = milliseconds;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = sequence >> 8;
  bytes[7] = sequence & 0xff;
  return format(bytes, 7);
}

/** A random UUIDv4, wherever an id must not tell when it was made (secret ballots). */
export const randomId = (): string => format(crypto.getRandomValues(new Uint8Array(16)), 4);
