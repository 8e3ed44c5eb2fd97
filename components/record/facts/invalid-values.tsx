'use client'

import { TriangleAlert } from 'lucide'
import { Fact, Facts } from '@/components/record/facts/facts'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { propertyLabel } from '@/lib/customers/format/property-label'
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
