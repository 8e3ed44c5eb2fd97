import { z } from 'zod/mini'
import type { Customer } from '@/lib/customers/model/customer'

/** The departments that Dintero knows of an organization number, as our route answers them. */
export const departmentsAnswerSchema = z.object({ departments: z.array(z.string()) })
export type DepartmentsAnswer = z.infer<typeof departmentsAnswerSchema>

/** The department of a contact; empty where it has none. */
export const departmentOf = ({ company }: Customer): string => company?.department?.trim() ?? ''

/** What contacts can be filtered by: the departments that Dintero names, and those of the contacts, in the order of the language. */
export function departmentOptions(named: readonly string[], contacts: readonly Customer[], locale: string): string[] {
  const all = new Set([...named.map((one) => one.trim()), ...contacts.map(departmentOf)])
  all.delete('')
  return [...all].toSorted(new Intl.Collator(locale).compare)
}
