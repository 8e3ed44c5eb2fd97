import { customerSearchParams } from '@/lib/customers/filters/customer-query'

/** What a link that was written by hand may have done to a value. A `+` that is not encoded arrives as a space. */
const restorations: Record<string, (text: string) => string> = {
  phone_number: (text) => text.replace(/^\s+(?=\d)/, '+').trim(),
  search: (text) => text.replace(/^\s+(?=\d{5,}\s*$)/, '+').trim(),
  email: (text) => text.trim().replace(/(?<=[^\s@]) (?=[^\s@]+@)/g, '+'),
  since_datetime: (text) => text.trim().replace(/ (?=\d\d:\d\d$)/, '+'),
}

const trim = (text: string) => text.trim()

/** The restored value of a parameter that stands once and is no list; null where it is right or cannot be restored. */
function restore(name: string, value: string): string | null {
  if (!Object.hasOwn(customerSearchParams, name)) return null
  const parser = customerSearchParams[name as keyof typeof customerSearchParams]
  if ('isList' in parser) return null
  const restored = (restorations[name] ?? trim)(value)
  return restored !== value && parser.parse([restored]) !== null ? restored : null
}

/**
 * The search params of a link that was written by hand, with its values restored: outer space removed, and a `+` that
 * has become a space put back. Null where nothing is to be restored. Only pages restore; the API takes values as they are.
 */
export function recoverLink(params: URLSearchParams): URLSearchParams | null {
  let isChanged = false
  const pairs = [...params].map(([name, value]): [string, string] => {
    const restored = params.getAll(name).length === 1 ? restore(name, value) : null
    isChanged ||= restored !== null
    return [name, restored ?? value]
  })
  return isChanged ? new URLSearchParams(pairs) : null
}
