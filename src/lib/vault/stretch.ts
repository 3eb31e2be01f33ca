import { fromBase64url, toBase64url } from '$lib/platform/base64url';
import { AppError } from '$lib/platform/errors';
import {
  argon2idInJavaScript,
  argon2idInWebAssembly,
  isWebAssemblyUsable,
  type Argon2idInput,
} from './argon2id';
import { hkdfSha256 } from './hkdf';
import { stretchParameters, type StretchParameters } from './parameters';

/** Both come from the one password; neither tells anything about the other or about the password. */
export type StretchedPassword = {
  /** 256 bits, base64url. Goes to the server, which keeps only its SHA-256 (sign-in-secret.ts). */
  signInSecret: string;
  /** Wraps and unwraps the account key. Never leaves the device, cannot be read out of the browser. */
  wrappingKey: CryptoKey;
};

export type StretchProgress = {
  /** Said once, before the work begins: how long this device will take, measured on a small sample. */
  onExpectedMilliseconds?: (milliseconds: number) => void;
  /** Fraction done, 0 to 1. Only the JavaScript variant can tell. */
  onFraction?: (fraction: number) => void;
};

const SECRET_BYTES = 32;
const WARM_UP_MEMORY_KIB = 256;
const SAMPLE_MEMORY_KIB = 4_096;
const text = new TextEncoder();
const SIGN_IN_LABEL = text.encode('werkraum/password/1/sign-in-secret');
const WRAPPING_LABEL = text.encode('werkraum/password/1/wrapping-key');

/**
 * The bytes of a password. NFKC makes one password out of what keyboards spell differently: a Mac may
 * send "ü" as u and two dots, Windows as one letter, a Japanese or mathematical keyboard full-width
 * letters. Without it, a correct password would be wrong on the next device, for good: the server
 * cannot repair what it never sees. Spaces stay: they are part of a password.
 */
export function passwordBytes(password: string): Uint8Array<ArrayBuffer> {
  return text.encode(password.normalize('NFKC'));
}

/**
 * Argon2id, then HKDF-SHA256 into two separate values: what consultation.md calls the password slot.
 * Runs wherever WebCrypto is (browser page, worker, Node). In a page use `stretcher.ts`, which keeps
 * the page alive meanwhile.
 *
 * @throws AppError `weak_or_unknown_stretching` for parameters below the floor or of a later version,
 *   `password_empty`, `insecure_page` where the browser hides WebCrypto (neither https nor localhost)
 */
export async function stretchPassword(
  password: string,
  parameters: StretchParameters,
  progress: StretchProgress = {},
): Promise<StretchedPassword> {
  const checked = stretchParameters.safeParse(parameters);
  if (!checked.success) throw new AppError('weak_or_unknown_stretching');
  if (password === '') throw new AppError('password_empty');
  if (!globalThis.crypto?.subtle) throw new AppError('insecure_page');

  const { memoryKiB, passes, lanes, salt } = checked.data;
  const stretched = await argon2id(
    {
      password: passwordBytes(password),
      salt: fromBase64url(salt)!,
      memoryKiB,
      passes,
      lanes,
      length: SECRET_BYTES,
    },
    progress,
  );
  const hkdf = await hkdfSha256(stretched);
  stretched.fill(0);
  return {
    signInSecret: toBase64url(await hkdf.bytes(SIGN_IN_LABEL, SECRET_BYTES)),
    wrappingKey: await hkdf.wrappingKey(WRAPPING_LABEL),
  };
}

async function argon2id(input: Argon2idInput, progress: StretchProgress) {
  if (!(await isWebAssemblyUsable())) return argon2idInJavaScript(input, progress.onFraction);
  if (progress.onExpectedMilliseconds) {
    progress.onExpectedMilliseconds(await expectedMilliseconds(input));
  }
  return argon2idInWebAssembly(input);
}

/** WebAssembly says nothing on its way, so a small sample of the same work tells how long it will take. */
async function expectedMilliseconds(input: Argon2idInput): Promise<number> {
  const run = async (memoryKiB: number) => {
    const begin = performance.now();
    await argon2idInWebAssembly({ ...input, memoryKiB, passes: 1 });
    return performance.now() - begin;
  };
  // Compiling and starting take their time too; a first, tiny run keeps it out of the sample.
  await run(WARM_UP_MEMORY_KIB);
  return ((await run(SAMPLE_MEMORY_KIB)) * input.memoryKiB * input.passes) / SAMPLE_MEMORY_KIB;
}
