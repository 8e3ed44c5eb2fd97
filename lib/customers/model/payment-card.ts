const networks = /^(4|5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720|34|37|6011|65)/

/** Whether the check digit of a number is right (ISO/IEC 7812-1, annex B: Luhn). */
function isLuhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Whether a text is a whole payment card number, however it is grouped. Such a text is never sent to Dintero. */
export function isPaymentCardNumber(text: string): boolean {
  const digits = text.normalize('NFKC').replace(/[\s\-.]/g, '')
  return /^\d{13,19}$/.test(digits) && networks.test(digits) && isLuhn(digits)
}
