import type { AttributeSetting } from '@/lib/customers/model/customer'

const valueForms: Partial<Record<AttributeSetting['type'], { form: RegExp; expected: string }>> = {
  integer: { form: /^[+-]?\d+$/, expected: '12' },
  real: { form: /^[+-]?\d+(\.\d+)?$/, expected: '12.5' },
  boolean: { form: /^(true|false)$/, expected: 'true' },
  date: { form: /^\d{4}-\d\d-\d\d$/, expected: '2026-01-31' },
  'date-time': { form: /^\d{4}-\d\d-\d\dT\d\d:\d\d/, expected: '2026-01-31T08:00:00Z' },
  email: { form: /^\S+@\S+$/, expected: 'kari@example.no' },
}

/** A correct value of this type, to show where a value is not of it. */
export const attributeExample = ({ type }: AttributeSetting): string =>
  type === 'phonenumber' ? '+4799999999' : (valueForms[type]?.expected ?? '')

/** A value of a declared attribute as Dintero compares it: phones in E.164, the rest as typed. Null for another type's. */
export function normaliseAttributeValue(
  value: string,
  { type }: AttributeSetting,
  recognisePhone: (text: string) => string | null,
): string | null {
  if (type === 'phonenumber') return recognisePhone(value)
  return valueForms[type]?.form.test(value) === false ? null : value
}
