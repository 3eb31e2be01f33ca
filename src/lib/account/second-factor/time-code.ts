import { Secret, TOTP } from 'otpauth';
import type { RandomBytes } from '$lib/platform/random';

// RFC 6238 with what every app understands: HMAC-SHA-1, six figures, steps of thirty seconds.

const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
const FIGURES = 6;
/** So many steps the phone's clock may be wrong, before and after (RFC 6238, section 5.2). */
const DRIFT_STEPS = 1;

type Bytes = Uint8Array<ArrayBuffer>;

/** 160 bits, as RFC 4226 recommends (section 4, R6). */
export const newAppSecret = (randomBytes: RandomBytes): Bytes => randomBytes(SECRET_BYTES);

const totpOf = (secret: Bytes) =>
  new TOTP({
    issuer: 'Werkraum',
    algorithm: 'SHA1',
    digits: FIGURES,
    period: STEP_SECONDS,
    secret: new Secret({ buffer: secret.buffer }),
  });

/** The secret as people type it into the app, in groups of four letters. */
export const typedSecret = (secret: Bytes): string =>
  (totpOf(secret).secret.base32.match(/.{1,4}/g) ?? []).join(' ');

/** What the QR code says. */
export function appAddress(secret: Bytes, account: string): string {
  const totp = totpOf(secret);
  totp.label = account;
  return totp.toString();
}

/** The time step that a code belongs to, now or one step away; null where it is not right. */
export function stepOf(secret: Bytes, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const token = code.replace(/\s/g, '');
  if (!/^[0-9]{6}$/.test(token)) return null;
  const delta = totpOf(secret).validate({ token, timestamp, window: DRIFT_STEPS });
  return delta === null ? null : TOTP.counter({ period: STEP_SECONDS, timestamp }) + delta;
}

/** What the app shows at a moment; for tests and the demo. */
export const codeAt = (secret: Bytes, now: Date): string =>
  totpOf(secret).generate({ timestamp: now.getTime() });
