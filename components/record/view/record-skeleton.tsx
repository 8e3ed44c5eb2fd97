'use client'

import { useIntl } from '@/components/ui/intl'

const widths = ['w-36', 'w-48', 'w-28', 'w-20', 'w-64', 'w-16', 'w-24', 'w-40']

/** Stands in place of a record of which nothing is known yet: bars at the places of its first facts. */
export function RecordSkeleton() {
  const { t } = useIntl()
  return (
    <div role="status" className="px-3 pt-3 wide:px-5 wide:pt-11">
      <span className="sr-only">{t.record.loading}</span>
      {widths.map((width) => (
        <div
          key={width}
          aria-hidden="true"
          className="grid h-7 grid-cols-facts-narrow items-center wide:h-6 wide:grid-cols-facts"
        >
          <span className="h-2 w-16 rounded-tag bg-press" />
          <span className={`h-2 rounded-tag bg-press ${width}`} />
        </div>
      ))}
    </div>
  )
}
