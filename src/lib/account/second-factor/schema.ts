import { z } from 'zod';
import { signInSecret } from '$lib/vault/sign-in-secret';

/** The present secret proves that it is the owner who changes how she or he signs in. */
export const withPresentSecret = z.object({ presentSecret: signInSecret });

/** A code of the app or from the sheet, as it is typed. */
const code = z.string().trim().min(1).max(40);

/** The second step of signing in. */
export const secondStep = z.object({ ticket: z.string().min(1).max(200), code });
export type SecondStep = z.infer<typeof secondStep>;

/** The first code of a new app shows that it has understood the secret. */
export const confirmApp = z.object({ sealed: z.string().min(1).max(400), code });
export type ConfirmApp = z.infer<typeof confirmApp>;

export const reset = z.object({
  accountId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
});
export type Reset = z.infer<typeof reset>;
