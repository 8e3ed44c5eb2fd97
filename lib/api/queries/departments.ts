import { queryOptions } from '@tanstack/react-query'
import { aroundRoutes } from '@/lib/api/around-routes'
import { fetchJson } from '@/lib/api/client'
import { departmentsAnswerSchema } from '@/lib/customers/departments/departments'
import { serializeDepartmentsQuery } from '@/lib/customers/departments/departments-query'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'

/** The query for the departments of a company. */
export const departmentQueries = {
  /** Those of its organization number. A failure is not retried: without them, little is missing. */
  ofCompany: (accountId: string, customerId: string, organizationNumber: string) =>
    queryOptions({
      queryKey: ['company-departments', accountId, customerId, organizationNumber],
      queryFn: ({ signal }) => {
        const query = serializeDepartmentsQuery({ organization_number: organizationNumber })
        const url = aroundRoutes.departments(accountId, customerId, query)
        return fetchJson(url, async () => departmentsAnswerSchema, signal)
      },
      enabled: organizationNumber !== '' && canBeCustomerId(customerId),
      retry: false,
    }),
}
