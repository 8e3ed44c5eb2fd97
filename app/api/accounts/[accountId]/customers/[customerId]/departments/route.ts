import { departmentsAnswerSchema } from '@/lib/customers/departments/departments'
import { parseDepartmentsQuery } from '@/lib/customers/departments/parse-departments-query'
import { customerParams } from '@/lib/customers/model/customer-params'
import { readDepartments } from '@/lib/server/customers/read-departments'
import { route } from '@/lib/server/http/route'

/** The departments that Dintero knows of the organization number of a company: `{"departments"}`. */
export const GET = route({
  permission: 'customers:read',
  params: customerParams,
  query: parseDepartmentsQuery,
  response: departmentsAnswerSchema,
  run: ({ access, query, params, signal }) =>
    readDepartments(access, params.customerId, query.organization_number ?? '', signal),
})
