/** `923609016MVA` as `923 609 016 MVA`; what is not nine digits, with or without `MVA`, is given back as it came. */
export function writeOrganizationNumber(text: string): string {
  const match = /^\s*(\d{3})\s?(\d{3})\s?(\d{3})\s*(mva)?\s*$/i.exec(text)
  if (!match) return text
  const [, first, second, third, mva] = match
  return [first, second, third, mva?.toUpperCase()].filter(Boolean).join(' ')
}
