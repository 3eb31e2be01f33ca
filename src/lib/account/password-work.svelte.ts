import { client } from '$lib/access/client';
import { secureRandomBytes } from '$lib/platform/random';
import { AppError } from '$lib/platform/errors';
import { judgePassword, type OwnDetails } from '$lib/vault/password-strength';
import { newStretchParameters, type StretchParameters } from '$lib/vault/parameters';
import type { StretchedPassword } from '$lib/vault/stretch';
import { stretchInBackground } from '$lib/vault/stretcher';
import { failureText } from '$lib/access/failure-text';
import type { NewPassword } from './schema';

/** A password that was just chosen: what the server gets to know, and the key that stays here. */
export interface Chosen {
  password: NewPassword;
  wrappingKey: CryptoKey;
}

/** The work on a password that a form waits for: where it stands, and what went wrong. */
export class PasswordWork {
  /** 0 to 1 while the password is stretched, else null. */
  fraction = $state<number | null>(null);
  isPending = $state(false);
  failure = $state<string | null>(null);

  #show = (fraction: number) => (this.fraction = fraction);

  /** Runs what a form does when it is sent; failures become a sentence, and a second press nothing. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.isPending) return;
    this.isPending = true;
    this.failure = null;
    try {
      await work();
    } catch (error) {
      this.failure = failureText(error);
    } finally {
      this.isPending = false;
      this.fraction = null;
    }
  }

  /** What the present password of an address gives: the secret, and the key that opens the own keys. */
  async present(email: string, password: string): Promise<StretchedPassword> {
    return this.stretch(password, await client.account.signInParameters.mutate({ email }));
  }

  stretch(password: string, parameters: StretchParameters): Promise<StretchedPassword> {
    return stretchInBackground({ password, parameters }, this.#show);
  }

  /** The secret alone, where nothing is opened. */
  async secretOf(email: string, password: string): Promise<string> {
    return (await this.present(email, password)).signInSecret;
  }

  /**
   * A new password, stretched with a salt of its own.
   *
   * @throws AppError `password_refused` where it is too easy to guess
   */
  async newPassword(password: string, ownDetails: OwnDetails): Promise<Chosen> {
    if (!judgePassword(password, ownDetails).isAccepted) throw new AppError('password_refused');
    const stretching = newStretchParameters(secureRandomBytes);
    const { signInSecret, wrappingKey } = await this.stretch(password, stretching);
    return { password: { stretching, signInSecret }, wrappingKey };
  }
}
