import { Secret } from 'otpauth';
import { createCaller, type Api } from '../../src/server/router';
import { openContext } from '../../src/server/services';
import { anAuthenticator, type TestAuthenticator } from './passkey';
import { givePassword } from './password';
import { codeAt } from '$lib/account/second-factor/time-code';
import type { World, WorldPerson } from './world';

/** A browser in which nobody is signed in yet; `cookie` is what a call has set. */
export async function aBrowser(world: World, address = '192.0.2.1') {
  const browser = { cookie: null as string | null, api: null as unknown as Api };
  const context = await openContext(world.services, {
    sessionId: null,
    locale: 'de',
    address,
    device: 'Test',
    cookies: { setSession: (id) => (browser.cookie = id), clearSession() {} },
  });
  browser.api = createCaller(context);
  return browser;
}

/** Gives the person a passkey, as her own browser would add it. */
export async function givePasskey(
  world: World,
  person: WorldPerson,
): Promise<TestAuthenticator & { id: string }> {
  const { signInSecret } = await givePassword(world, person);
  const api = await world.as(person);
  const authenticator = anAuthenticator();
  const { challenge } = await api.passkey.begin({ presentSecret: signInSecret });
  const id = crypto.randomUUID();
  const answer = authenticator.add(challenge);
  await api.passkey.add({ id, name: 'Diensthandy', slot: null, answer });
  return { ...authenticator, id };
}

/** Bytes of a secret as people would type it. */
export const typedBytes = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Secret.fromBase32(text.replaceAll(' ', '')).buffer as ArrayBuffer);

/** Sets an app up for the person, who must be an organiser or administrator. */
export async function giveApp(world: World, person: WorldPerson) {
  const credentials = await givePassword(world, person);
  const api = await world.as(person);
  const begun = await api.secondFactor.beginApp({ presentSecret: credentials.signInSecret });
  const secret = typedBytes(begun.secret);
  const codeNow = () => codeAt(secret, world.clock.now());
  const { codes } = await api.secondFactor.confirmApp({ sealed: begun.sealed, code: codeNow() });
  return { ...credentials, secret, codes: codes!, codeNow };
}
