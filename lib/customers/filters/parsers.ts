import { createMultiParser } from 'nuqs/server'
import { isPaymentCardNumber } from '@/lib/customers/model/payment-card'

/** Parsers of URL parameters, for nuqs in the browser and for the API on the server. */

/** A parameter that stands once: a doubled one is as wrong as a malformed one. */
export function single<T>(parse: (text: string) => T | null, serialize: (value: T) => string = String) {
  return createMultiParser<T>({
    parse: (values) => (values.length === 1 && values[0] !== undefined ? parse(values[0]) : null),
    serialize: (value) => [serialize(value)],
  })
}

/** A text of this form. A payment card number is never sent to Dintero, except as a token. */
export const pattern = (form: RegExp) => single((text) => (form.test(text) && !isPaymentCardNumber(text) ? text : null))

/** One of a fixed set of values. */
export const oneOf = <T extends string>(values: readonly T[]) =>
  single((text) => values.find((value) => value === text) ?? null)

export const trueOrFalse = single((text) => (text === 'true' ? true : text === 'false' ? false : null))

/** An instant as Dintero writes them: ISO 8601 with its zone, down to microseconds, which are kept as they came. */
export const instant = single((text) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : null,
)

/** A parameter that may stand up to `max` times, each a text that Dintero takes for one value (contract: a comma separates). */
export const listOf = (max: number) =>
  Object.assign(
    createMultiParser<string[]>({
      parse: (values) =>
        values.length <= max && values.every((value) => /^[^,]{1,255}$/s.test(value) && !isPaymentCardNumber(value))
          ? [...values]
          : null,
      serialize: (values) => values,
      eq: (a, b) => a.length === b.length && a.every((value, at) => value === b[at]),
    }),
    { isList: true as const },
  )
