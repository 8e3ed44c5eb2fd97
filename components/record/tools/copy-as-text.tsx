'use client'

import { useQuery } from '@tanstack/react-query'
import { ClipboardCopy } from 'lucide'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useOpenCommand } from '@/components/ui/commands'
import { useCopied } from '@/components/ui/copy/copied'
import { CopyIcon } from '@/components/ui/copy-button'
import { useIntl } from '@/components/ui/intl'
import { useFormatPhone } from '@/components/ui/phone'
import { Popover } from '@/components/ui/popover'
import { recordQueries } from '@/lib/api/queries/record'
import { recordText, type TextSection, textSections } from '@/lib/customers/format/record-text'
import type { Customer } from '@/lib/customers/model/customer'

type Props = { accountId: string; customer: Customer }

function SectionChooser({ accountId, customer, onCopy }: Props & { onCopy: (text: string) => void }) {
  const { t, locale, zone } = useIntl()
  const formatPhone = useFormatPhone()
  const tags = useQuery(recordQueries.tags(accountId, customer.customer_id)).data?.tags
  const [chosen, setChosen] = useState<readonly TextSection[]>(['overview'])
  const words = t.record.asText
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCopy(recordText(customer, tags, chosen, { t, locale, zone, formatPhone }))
  }
  return (
    <form onSubmit={submit}>
      <fieldset>
        <legend className="pb-1 font-medium">{words.choose}</legend>
        {textSections.map((section) => (
          <label key={section} className="flex min-h-11 items-center gap-2 wide:min-h-7">
            <input
              type="checkbox"
              checked={chosen.includes(section)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, section] : chosen.filter((one) => one !== section))
              }
              className="size-4 accent-accent"
            />
            <span>{section === 'tags' ? t.record.tagsTitle : t.record[section]}</span>
          </label>
        ))}
      </fieldset>
      <p className="flex items-center gap-3 pt-2">
        <Button type="submit" disabled={chosen.length === 0}>
          {words.copy}
        </Button>
        <span className="text-12 text-text-2">{words.hint}</span>
      </p>
    </form>
  )
}

/** Copies the chosen sections of a record as text, for an email or a ticket. */
export function CopyAsText(props: Props) {
  const { t } = useIntl()
  const { isCopied, copy } = useCopied()
  const words = t.record.asText
  const [isOpen, setIsOpen] = useOpenCommand({
    id: 'record-copy-text',
    keys: [],
    title: words.button,
    group: 'record',
  })
  return (
    <div className="relative flex-none print:hidden">
      <Button
        variant="plain"
        size="square"
        aria-label={isCopied ? words.copied : words.button}
        title={words.button}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(!isOpen)}
      >
        <CopyIcon isCopied={isCopied} icon={ClipboardCopy} />
      </Button>
      {isOpen && (
        <Popover label={words.title} align="end" onClose={() => setIsOpen(false)}>
          <SectionChooser
            {...props}
            onCopy={(text) => {
              copy(text)
              setIsOpen(false)
            }}
          />
        </Popover>
      )}
    </div>
  )
}
