/**
 * The one spelling under which a mail address is stored, looked up and hashed. Everything that asks
 * "is this the same address?" goes through here; two ways of spelling would be two accounts, and
 * would let a stranger tell known addresses from unknown ones.
 */
export function normaliseMailAddress(address: string): string {
  return address.trim().normalize('NFC').toLowerCase();
}
