import { createSerializer } from 'nuqs/server'
import { pattern } from '@/lib/customers/filters/parsers'

/** The parameters of the departments of a company, under Dintero's names. The number is as the company has it. */
export const departmentsQuery = { organization_number: pattern(/^\S.{0,63}$/s) }

export const serializeDepartmentsQuery = createSerializer(departmentsQuery)
