import {
  createHash,
  createSign,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';

/** A passkey made in memory, which answers as a device would (WebAuthn, sections 6.1, 6.5 and 7). */
export interface TestAuthenticator {
  credentialId: string;
  /** What registration and signing in are answered with. */
  add(challenge: string): AddedAnswer;
  sign(challenge: string, options?: Deviation): SignInAnswer;
}

/** What a forged or careless answer looks like. */
export interface Deviation {
  origin?: string;
  rpId?: string;
  isVerified?: boolean;
  counter?: number;
  key?: KeyObject;
}

interface Answer<Response> {
  id: string;
  rawId: string;
  type: 'public-key';
  response: Response;
}
type AddedAnswer = Answer<{ clientDataJSON: string; attestationObject: string }>;
type SignInAnswer = Answer<{
  clientDataJSON: string;
  authenticatorData: string;
  signature: string;
}>;

const ORIGIN = 'http://localhost:3000';
const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const HAS_CREDENTIAL = 0x40;

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest();
const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

function clientData(type: string, challenge: string, origin = ORIGIN): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function authenticatorData(flags: number, counter: number, rpId = 'localhost'): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(rpId), Buffer.of(flags), count]);
}

/** COSE_Key of a P-256 key (RFC 9053, section 7.1), as CBOR. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x, y } = publicKey.export({ format: 'jwk' });
  const coordinate = (label: number, value: string) =>
    Buffer.concat([Buffer.of(label, 0x58, 0x20), Buffer.from(value, 'base64url')]);
  return Buffer.concat([
    Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01),
    coordinate(0x21, x!),
    coordinate(0x22, y!),
  ]);
}

const cborText = (text: string) =>
  Buffer.concat([Buffer.of(0x60 + text.length), Buffer.from(text)]);

export function anAuthenticator(): TestAuthenticator {
  const { publicKey, privateKey } = newKey();
  const id = randomBytes(16);
  const credentialId = id.toString('base64url');
  const answer = <Response>(response: Response): Answer<Response> => ({
    id: credentialId,
    rawId: credentialId,
    type: 'public-key',
    response,
  });
  return {
    credentialId,
    add(challenge) {
      const data = Buffer.concat([
        authenticatorData(USER_PRESENT | USER_VERIFIED | HAS_CREDENTIAL, 0),
        Buffer.alloc(16),
        Buffer.of(0, id.length),
        id,
        coseKey(publicKey),
      ]);
      const attestation = Buffer.concat([
        Buffer.of(0xa3),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.of(0xa0),
        cborText('authData'),
        Buffer.of(0x58, data.length),
        data,
      ]);
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      });
    },
    sign(challenge, { origin, rpId, isVerified = true, counter = 0, key = privateKey } = {}) {
      const client = clientData('webauthn.get', challenge, origin);
      const flags = USER_PRESENT | (isVerified ? USER_VERIFIED : 0);
      const data = authenticatorData(flags, counter, rpId);
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(key);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      });
    },
  };
}

/** The key of another device. */
export const aForeignKey = (): KeyObject => newKey().privateKey;
