'use client'

import { TriangleAlert } from 'lucide'
import { Fact, Facts } from '@/components/record/facts/facts'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import type { WrongValue } from '@/lib/customers/model/record'
import type { SectionId } from '@/lib/customers/model/record-section'
import type { Messages } from '@/lib/messages/messages'

const sectionOf: Record<string, SectionId> = {
  addresses: 'addresses',
  marketing_consent: 'consent',
  company: 'company',
  contact_for: 'contacts',
  attributes: 'attributes',
  metadata: 'attributes',
}

/** Returns the section that shows a property. */
export const sectionOfProperty = (property: string): SectionId =>
  Object.hasOwn(sectionOf, property) ? (sectionOf[property] ?? 'overview') : 'overview'

/** Returns the label of a property of Dintero's. */
export function propertyLabel(property: string, t: Messages): string {
  const labels: Record<string, string> = {
    type: t.record.type,
    id: t.record.id,
    customer_id: t.record.customerId,
    first_name: t.record.firstName,
    last_name: t.record.lastName,
    email: t.record.email,
    phone_number: t.record.phone,
    gender: t.record.gender,
    date_of_birth: t.record.dateOfBirth,
    status: t.record.status,
    favorite_store: t.record.favouriteStore,
    enrolled_by: t.record.enrolledBy,
    term: t.record.terms,
    created_at: t.record.created,
    created_by: t.record.createdBy,
    updated_at: t.record.updated,
    deleted_at: t.record.deleted,
    deleted_by: t.record.deletedBy,
    addresses: t.record.addresses,
    marketing_consent: t.record.consent,
    company: t.record.company,
    contact_for: t.record.contactForTitle,
    attributes: t.record.attributes,
    metadata: t.record.metadata,
  }
  return Object.hasOwn(labels, property) ? (labels[property] ?? property) : property
}

/** Returns the path of a value in words: `Addresses 2 postal_code`. */
function pathLabel([property = '', ...rest]: string[], t: Messages): string {
  const steps = rest.map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : step))
  return [propertyLabel(property, t), ...steps].join(' ')
}

/** The values of a section that do not match the contract, shown unchanged and marked as such. */
export function InvalidValues({ wrong, of }: { wrong: readonly WrongValue[]; of: SectionId }) {
  const { t } = useIntl()
  const here = wrong.filter(({ path: [property = ''] }) => sectionOfProperty(property) === of)
  if (here.length === 0) return null
  return (
    <Facts>
      {here.map(({ path, value }) => {
        const text = JSON.stringify(value)
        return (
          <Fact
            key={path.join('.')}
            label={pathLabel(path, t)}
            copy={text}
            note={
              <span className="inline-flex items-center gap-1 text-warn">
                <Icon of={TriangleAlert} size={12} />
                {t.record.wrong.note}
              </span>
            }
          >
            <Text>{text}</Text>
          </Fact>
        )
      })}
    </Facts>
  )
}
