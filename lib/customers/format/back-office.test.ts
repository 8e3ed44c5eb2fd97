import { expect, it } from 'vitest'
import { backOfficeLink } from '@/lib/customers/format/back-office'
import { toCurl } from '@/lib/customers/format/curl'

const customer = { customer_id: "a/b?c&d'e", id: 'i-1', type: 'customer' as const }

it('encodes each value, and returns null where the template needs an id that is missing', () => {
  const template = 'https://backoffice.dintero.com/{account}/customers/{customer_id}?ref={id}'
  expect(backOfficeLink(template, 'P12345678', customer)).toBe(
    "https://backoffice.dintero.com/P12345678/customers/a%2Fb%3Fc%26d'e?ref=i-1",
  )
  expect(backOfficeLink(template, 'P12345678', { customer_id: 'x', type: 'customer' })).toBeNull()
})

it('writes a command that a shell can run, without a token', () => {
  expect(toCurl("https://api.dintero.com/v1/a'b")).toBe(
    `curl --request GET \\\n  --url 'https://api.dintero.com/v1/a%27b' \\\n  --header "Authorization: Bearer $DINTERO_TOKEN"`,
  )
})
