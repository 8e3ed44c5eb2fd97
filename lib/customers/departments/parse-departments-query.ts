import { departmentsQuery } from '@/lib/customers/departments/departments-query'
import { parseParams } from '@/lib/customers/filters/parse-customer-query'

/** The organization number whose departments are requested, as the API takes it; it is required. */
export function parseDepartmentsQuery(params: URLSearchParams) {
  const expected = { organization_number: 'organizationNumber' } as const
  const { query, problems } = parseParams(params, departmentsQuery, expected)
  if (!params.has('organization_number'))
    problems.push({ field: 'organization_number', reason: 'invalid', expected: expected.organization_number })
  return { query, problems }
}
