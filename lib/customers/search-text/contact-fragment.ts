/**
 * Whether a search text can only be a part of an email or a phone: it has an `@`, begins with `+` and digits, or is digits in
 * groups. Digits alone can be a `customer_id`. Masked roles find emails and phones by the whole value only, so such a text
 * finds nobody for them.
 */
export function isContactFragment(text: string): boolean {
  const trimmed = text.trim()
  return trimmed.includes('@') || /^\+[\d\s().-]*$/.test(trimmed) || /^\(?\d[\d().]*[\s(][\d\s().-]*$/.test(trimmed)
}
