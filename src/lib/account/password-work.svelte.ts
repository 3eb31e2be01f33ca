import { client } from '$lib/access/client';
import { secureRandomBytes } from '$lib/platform/random';
import { AppError } from '$lib/platform/errors';
import { judgePassword, type OwnDetails } from '$lib/vault/password-strength';
import { newStretchParameters } from '$lib/vault/parameters';
import { stretchInBackground } from '$lib/vault/stretcher';
import { failureText } from './failure-text';
import type { NewPassword } from './schema';

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

  /** The secret that the present password of an address gives. */
  async secretOf(email: string, password: string): Promise<string> {
    const parameters = await client.account.signInParameters.mutate({ email });
    const { signInSecret } = await stretchInBackground({ password, parameters }, this.#show);
    return signInSecret;
  }

  /**
   * A new password, stretched with a salt of its own.
   *
   * @throws AppError `password_refused` where it is too easy to guess
   */
  async newPassword(password: string, ownDetails: OwnDetails): Promise<NewPassword> {
    if (!judgePassword(password, ownDetails).isAccepted) throw new AppError('password_refused');
    const stretching = newStretchParameters(secureRandomBytes);
    const order = { password, parameters: stretching };
    const { signInSecret } = await stretchInBackground(order, this.#show);
    return { stretching, signInSecret };
  }
}
