'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide'
import { useRef, useState } from 'react'
import { PeopleTable } from '@/components/record/contacts/people-table'
import { useHasBeenVisible } from '@/components/record/view/use-has-been-visible'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { useDrawnCount } from '@/components/ui/page/use-drawn-count'
import { departmentQueries } from '@/lib/api/queries/departments'
import { departmentOf, departmentOptions } from '@/lib/customers/departments/departments'
import type { Customer } from '@/lib/customers/model/customer'
import { fill, plural } from '@/lib/messages/messages'

type SelectProps = { options: readonly string[]; value: string; onChange: (department: string) => void }

function DepartmentSelect({ options, value, onChange }: SelectProps) {
  const { t } = useIntl()
  return (
    <label className="relative inline-flex min-w-0 items-center print:hidden">
      <span className="sr-only">{t.record.department}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-11 min-w-0 max-w-full appearance-none truncate rounded-2 border border-line-control bg-page pr-6 pl-2 text-14 wide:h-6.5 wide:text-12"
      >
        <option value="">{t.record.allDepartments}</option>
        {options.map((department) => (
          <option key={department} value={department} translate="no">
            {department}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} size={12} className="pointer-events-none absolute right-2 text-text-3" />
    </label>
  )
}

/**
 * The contacts that were found so far, with a filter where they have departments. Dintero is asked for further departments once
 * the contacts are in view; without its answer, those of the contacts themselves are there.
 */
export function FoundContacts(props: { accountId: string; customer: Customer; contacts: Customer[] }) {
  const { accountId, customer, contacts } = props
  const { t, locale } = useIntl()
  const root = useRef<HTMLDivElement>(null)
  const hasBeenVisible = useHasBeenVisible(root)
  const number = customer.company?.organization_number?.trim() ?? ''
  const named = useQuery(
    departmentQueries.ofCompany(accountId, customer.customer_id, hasBeenVisible ? number : ''),
  ).data
  const options = departmentOptions(named?.departments ?? [], contacts, locale)
  const [chosen, setChosen] = useState('')
  const department = options.includes(chosen) ? chosen : ''
  const shown = department === '' ? contacts : contacts.filter((contact) => departmentOf(contact) === department)
  const drawnCount = useDrawnCount(department, shown.length)
  return (
    <div ref={root}>
      {options.length > 1 && (
        <div className="flex flex-wrap items-center gap-2 pb-1">
          <DepartmentSelect options={options} value={department} onChange={setChosen} />
          <p role="status" className="min-w-0 text-12 text-text-2">
            {fill(plural(t.record.contactsShown, contacts.length, locale), {
              shown: shown.length.toLocaleString(locale),
            })}
          </p>
        </div>
      )}
      {shown.length > 0 && (
        <PeopleTable accountId={accountId} label={t.record.contacts} people={shown.slice(0, drawnCount)} />
      )}
    </div>
  )
}
