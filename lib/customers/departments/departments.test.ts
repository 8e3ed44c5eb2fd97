import { expect, test } from 'vitest'
import { departmentOptions } from '@/lib/customers/departments/departments'
import { parseDepartmentsQuery } from '@/lib/customers/departments/parse-departments-query'
import type { Customer } from '@/lib/customers/model/customer'

const contact = (id: string, department?: string): Customer => ({
  ...{ type: 'contact', customer_id: id },
  ...(department !== undefined && { company: { department } }),
})

test('contacts are filtered by the departments of Dintero and by their own, each once, in the order of the language', () => {
  const contacts = [contact('C-1', 'Økonomi'), contact('C-2', ' Salg '), contact('C-3', ' '), contact('C-4')]
  expect(departmentOptions(['Åpning', 'Salg', ''], contacts, 'nb')).toEqual(['Salg', 'Økonomi', 'Åpning'])
  expect(departmentOptions([], [contact('C-4')], 'nb')).toEqual([])
})

test('the organization number is required', () => {
  const problemsOf = (query: string) => parseDepartmentsQuery(new URLSearchParams(query)).problems
  expect(problemsOf('organization_number=312548968MVA')).toEqual([])
  const problem = { field: 'organization_number', reason: 'invalid', expected: 'organizationNumber' }
  expect(problemsOf('')).toEqual([problem])
  expect(problemsOf('organization_number=')).toEqual([problem])
  expect(problemsOf(`organization_number=${'9'.repeat(65)}`)).toEqual([problem])
})
