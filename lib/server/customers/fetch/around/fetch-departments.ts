import 'server-only'
import { z } from 'zod'
import type { DepartmentsAnswer } from '@/lib/customers/departments/departments'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { departmentsEndpoint } from '@/lib/server/customers/endpoints'
import { fetchResource } from '@/lib/server/customers/fetch/fetch-resource'
import { isNotFound } from '@/lib/server/http/api-failure'

/** The wire shape of the departments of an organization number (contract, "Around a customer"). */
const wireDepartments = z.array(z.object({ departments: z.array(z.string().nullish()).nullish() }))

/**
 * The departments that Dintero knows of an organization number; none for a number of nobody. Makes one call and throws
 * `ApiFailure`. They are the same for every role: a department is no personal data, and that of a contact is shown too
 * (`customerMask`).
 */
export async function fetchDepartments(
  access: AccountAccess,
  organizationNumber: string,
  signal?: AbortSignal,
): Promise<DepartmentsAnswer> {
  const rows = await fetchResource(access, {
    ...departmentsEndpoint,
    query: { organization_number: organizationNumber },
    schema: wireDepartments,
    signal,
  }).catch((thrown: unknown) => {
    if (isNotFound(thrown)) return []
    throw thrown
  })
  return {
    departments: [...new Set(rows.flatMap(({ departments }) => departments?.flatMap((one) => one || []) ?? []))],
  }
}
