import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** `+4791240318` as `+47 912 40 318`; any other text unchanged. */
export function formatPhone(text: string): string {
  return parsePhoneNumberFromString(text)?.formatInternational() ?? text
}
