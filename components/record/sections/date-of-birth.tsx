'use client'

import { Fact } from '@/components/record/facts/facts'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { ageOn, formatDateOfBirth, isBirthday } from '@/lib/calendar'
import type { Customer } from '@/lib/customers/model/customer'
import { fill, plural } from '@/lib/messages/messages'

/** The year of birth in `metadata`, where Dintero's example has it when the date is not known (contract page). */
function birthYear({ metadata }: Customer): number | null {
  const year = Number(metadata?.dob_year)
  return Number.isInteger(year) && year >= 1850 && year <= 9999 ? year : null
}

/** A date of birth with the age, or as much of it as is known. */
export function DateOfBirth({ customer }: { customer: Customer }) {
  const { t, locale, zone, now } = useIntl()
  const value = customer.date_of_birth
  const year = birthYear(customer)
  if (!value?.trim()) {
    if (year === null) return null
    const age = now.getFullYear() - year
    const note = age >= 0 && fill(t.record.aboutAge, { age: plural(t.record.years, age, locale) })
    return (
      <Fact label={t.record.birthYear} copy={String(year)} note={note}>
        {year}
      </Fact>
    )
  }
  const age = ageOn(value, now, zone)
  const note = isBirthday(value) ? t.record.yearUnknown : age !== null && plural(t.record.years, age, locale)
  return (
    <Fact label={t.record.dateOfBirth} field="date_of_birth" copy={value} note={note}>
      <Text>{formatDateOfBirth(value, locale)}</Text>
    </Fact>
  )
}
