/** `923609016MVA` as `923 609 016 MVA`; any other text unchanged. */
export function formatOrganizationNumber(text: string): string {
  const match = /^\s*(\d{3})\s?(\d{3})\s?(\d{3})\s*(mva)?\s*$/i.exec(text)
  if (!match) return text
  const [, first, second, third, mva] = match
  return [first, second, third, mva?.toUpperCase()].filter(Boolean).join(' ')
}

/** Whether a text has the form of a Norwegian organization number, whatever its check digit. */
export const looksLikeOrganizationNumber = (text: string): boolean => /^\d{9}(mva)?$/i.test(text.replace(/\s/g, ''))

const weights = [3, 2, 7, 6, 5, 4, 3, 2]

/** Whether a text is a Norwegian organization number, by its check digit (modulus 11; brreg.no, "Organisasjonsnummeret"). */
export function isOrganizationNumber(text: string): boolean {
  const digits = /^(\d{9})(mva)?$/i.exec(text.replace(/\s/g, ''))?.[1]
  if (!digits) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return (11 - (sum % 11)) % 11 === Number(digits[8])
}
