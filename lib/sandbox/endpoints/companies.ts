import type { Customer } from '../customer'
import { badParameter, notFound } from '../http/api-error'
import { textParameter } from '../http/parameters'
import { endpoint } from './endpoint'
import { many, one } from './schemas'

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

/** The countries whose registers Dintero asks. */
const registerCountries = ['no', 'dk']

/** A company of the sandbox as the register knows it. */
function toRegistered({ company, addresses: [address] = [] }: Customer) {
  const place = address && {
    address_line: address.address_line,
    postal_code: address.postal_code,
    postal_place: address.postal_place,
    country: address.country,
  }
  return {
    ...{ response_from: 'enhetsregisteret', organization_type: 'AS', office_type: 'head_office' },
    organization_number: company?.organization_number,
    business_name: company?.bussiness_name,
    ...(place && { business_address: place, registry_address: place }),
  }
}

/** The register of companies is no data of the account. In the sandbox it knows the companies among the customers. */
export const registeredOrganization = endpoint({
  id: 'registeredOrganization',
  schema: one('RegisteredOrganizations'),
  path: '/accounts/{aid}/search/external/organizations/{country}/{organization_number}',
  scope: 'public',
  summary: 'What the register of companies knows about an organization number; no token is needed',
  parameters: {},
  answer({ store, account, holds, segment, innerSegment }) {
    if (!registerCountries.includes(segment)) throw badParameter('country', `must be ${registerCountries.join(' or ')}`)
    const found = segment === 'no' ? store.company(account, innerSegment) : undefined
    if (!found && !holds('register-of-nobody-is-empty')) throw notFound('No such organization')
    const isKnown = found && holds('register-knows-companies')
    return { body: JSON.stringify({ items: isKnown ? [toRegistered(found)] : [] }) }
  },
})
