import { type Check, differs, firstWithValue, holds, notSeen } from './check'
import { textOf } from './sample'
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

/** What is assumed about the departments of an organization number. */
export const departmentChecks: Check[] = [
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
]
