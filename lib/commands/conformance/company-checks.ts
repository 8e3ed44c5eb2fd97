import { type Check, differs, firstWithValue, holds, notSeen } from './check'
import { isTombstone, textOf } from './sample'
import { isRow, type Row } from './upstream'

/** An organization number that no register gives. */
const unknownNumber = '000000000'

/** The organization number and the department of a customer that has both. */
function companyOf({ company }: Row): { number: string; department: string } | undefined {
  if (!isRow(company)) return undefined
  const number = textOf(company, 'organization_number')
  const department = textOf(company, 'department')
  return number && department ? { number, department } : undefined
}

/** How many companies are looked up in the register: one of them may be gone from it. */
const maxLookups = 3

/** The organization numbers of companies, without the letters that make one a number for value-added tax. */
const registeredNumbers = (rows: Row[]): string[] =>
  rows
    .filter((row) => row.type === 'company' && !isTombstone(row))
    .flatMap(({ company }) => (isRow(company) ? (textOf(company, 'organization_number') ?? []) : []))
    .map((number) => number.replace(/MVA$/, ''))
    .filter((number) => /^\d{9}$/.test(number))
    .slice(0, maxLookups)

/** What is assumed about what belongs to an organization number. */
export const companyChecks: Check[] = [
  {
    id: 'departments-of-all-customers',
    assumed: 'the departments of an organization number are those of all customers with it',
    async run(upstream, { rows }) {
      const found = firstWithValue(rows, companyOf)
      if (!found) return notSeen('no customer with an organization number and a department')
      const [, { number, department }] = found
      const answer = await upstream.fetchDepartments(number)
      if (answer.status !== 200) return differs(`it answers ${answer.status}`)
      const departments = answer.rows.flatMap(({ departments: given }) => (Array.isArray(given) ? given : []))
      return departments.includes(department) ? holds : differs('the department of a customer is missing')
    },
  },
  {
    id: 'departments-of-nobody-are-empty',
    assumed: 'an organization number of nobody has an empty list of departments',
    async run(upstream) {
      const { status, rows } = await upstream.fetchDepartments(unknownNumber)
      return status === 200 && rows.length === 0 ? holds : differs(`it answers ${status}`)
    },
  },
  {
    id: 'register-is-public',
    assumed: 'the register of companies answers without a token',
    async run(upstream) {
      const { status } = await upstream.fetchRegistered(unknownNumber, { withoutToken: true })
      return status === 401 || status === 403 ? differs(`it answers ${status}`) : holds
    },
  },
  {
    id: 'register-knows-companies',
    assumed: 'the register of companies knows a company by its organization number',
    async run(upstream, { rows }) {
      const numbers = registeredNumbers(rows)
      if (numbers.length === 0) return notSeen('no company with an organization number')
      for (const number of numbers) {
        const { status, rows: known } = await upstream.fetchRegistered(number)
        if (status === 403) return notSeen('the client may not ask the register')
        if (known.some((row) => textOf(row, 'organization_number')?.startsWith(number))) return holds
      }
      return differs('the companies that were looked up are not in it')
    },
  },
  {
    id: 'register-of-nobody-is-empty',
    assumed: 'an organization number that is not registered has an empty list of organizations',
    async run(upstream) {
      const { status, rows } = await upstream.fetchRegistered(unknownNumber)
      if (status === 403) return notSeen('the client may not ask the register')
      return status === 200 && rows.length === 0 ? holds : differs(`it answers ${status}`)
    },
  },
]
