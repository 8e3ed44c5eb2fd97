import { badParameter, notFound } from '../http/api-error'
import { textParameter } from '../http/parameters'
import { endpoint } from './endpoint'
import { many } from './schemas'

export const companyDepartments = endpoint({
  id: 'companyDepartments',
  schema: many('Departments'),
  path: '/accounts/{aid}/customers/company/departments',
  summary: 'Departments of the customers with an organization number',
  parameters: { organization_number: textParameter('The organization number, as the customers have it; required') },
  answer({ store, account, holds, query: { organization_number } }) {
    if (organization_number === undefined) throw badParameter('organization_number', 'is required')
    const found = store.departments(account, organization_number)
    if (!found && !holds('departments-of-nobody-are-empty')) throw notFound('No such organization')
    const departments = holds('departments-of-all-customers') ? (found ?? []) : []
    return { body: JSON.stringify(found ? [{ organization_number, departments }] : []) }
  },
})
