import type { Scope } from '$lib/access/scope.server';
import type { StretchCost, StretchParameters } from '$lib/vault/parameters';
import { parametersForUnknownAddress } from '$lib/vault/unknown-address';

/**
 * How to stretch the password of this address. The same work for known and unknown addresses: an
 * unknown one gets an answer that is made up, and the same every time.
 */
export async function signInParametersOf(
  { db }: Scope,
  pepper: Buffer,
  { email }: { email: string },
): Promise<StretchParameters> {
  const [row] = await db.$queryRaw<
    { stretching: StretchParameters | null; costs: StretchCost[] }[]
  >`
    SELECT app.sign_in_parameters(${email}) AS stretching,
           ARRAY(SELECT app.stretch_costs()) AS costs`;
  const madeUp = await parametersForUnknownAddress(new Uint8Array(pepper), email, row!.costs);
  return row!.stretching ?? madeUp;
}
