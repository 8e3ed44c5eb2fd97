/** An account with its name. */
export type AccountName = { id: string; name: string }

/** The id of an account (contract, "Hosts and accounts"). */
export const accountIdPattern = /^[PT]\d{8}$/

/** Whether an account is a test account (contract: `T` and eight digits; `P` is production). */
export function isTestAccount(accountId: string): boolean {
  return accountId.startsWith('T')
}
