import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** `+4791240318` as `+47 912 40 318`; what is no phone number is given back as it came. */
export function writePhone(text: string): string {
  return parsePhoneNumberFromString(text)?.formatInternational() ?? text
}
