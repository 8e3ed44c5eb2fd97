'use client'

import { useQuery } from '@tanstack/react-query'
import { Terminal } from 'lucide'
import { useRef } from 'react'
import { QueryContent } from '@/components/record/facts/query-content'
import { JsonText } from '@/components/record/raw/json-text'
import { Section, type SectionProps } from '@/components/record/sections/section'
import { useHasBeenVisible } from '@/components/record/view/use-has-been-visible'
import { Button } from '@/components/ui/button'
import { useCopied } from '@/components/ui/copy/copied'
import { CopyIcon } from '@/components/ui/copy-button'
import { useIntl } from '@/components/ui/intl'
import { recordQueries } from '@/lib/api/queries/record'
import { toCurl } from '@/lib/customers/format/curl'
import { canBeCustomerId } from '@/lib/customers/model/customer-id'
import type { RawAnswer } from '@/lib/customers/model/record'

function RawTools({ raw }: { raw: RawAnswer | undefined }) {
  const { t } = useIntl()
  const json = useCopied()
  const curl = useCopied()
  if (!raw) return null
  return (
    <>
      <Button variant="plain" size="small" aria-label={t.record.rawCopy} onClick={() => json.copy(raw.text)}>
        <CopyIcon isCopied={json.isCopied} size={12} />
        <span>{json.isCopied ? t.table.copied : t.record.asText.copy}</span>
      </Button>
      <Button
        variant="plain"
        size="small"
        aria-label={t.record.copyCurl}
        title={t.record.copyCurl}
        onClick={() => curl.copy(toCurl(raw.url))}
      >
        <CopyIcon isCopied={curl.isCopied} icon={Terminal} size={12} />
        <span>{curl.isCopied ? t.table.copied : t.record.curl}</span>
      </Button>
    </>
  )
}

/** The unchanged text of Dintero's answer. It is fetched when it scrolls into view, since few people need it. */
export function RawSection({ accountId, customer, layout }: Omit<SectionProps, 'record'>) {
  const { t } = useIntl()
  const content = useRef<HTMLDivElement>(null)
  const hasBeenVisible = useHasBeenVisible(content)
  const query = useQuery({
    ...recordQueries.raw(accountId, customer.customer_id),
    enabled: hasBeenVisible && canBeCustomerId(customer.customer_id),
  })

  return (
    <Section
      id="raw"
      title={t.record.raw}
      layout={layout}
      note={t.record.rawNote}
      tools={<RawTools raw={query.data} />}
    >
      <div ref={content}>
        {hasBeenVisible ? (
          <QueryContent query={query} what={t.record.raw} failed={t.record.partFailed.raw}>
            {({ text }) => <JsonText text={text} />}
          </QueryContent>
        ) : (
          <div className="h-6.5" />
        )}
      </div>
    </Section>
  )
}
