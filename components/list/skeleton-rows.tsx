import { useIntl } from '@/components/ui/intl'

const widths = ['w-28', 'w-24', 'w-36', 'w-20', 'w-32', 'w-24', 'w-28', 'w-36']

/** Static bars in place of rows that load for the first time. */
export function SkeletonRows() {
  const { t } = useIntl()
  return (
    <div role="status" className="border-line border-t pt-7">
      <span className="sr-only">{t.table.loading}</span>
      {widths.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change
        <div key={index} aria-hidden="true" className="flex h-7 items-center gap-24 border-line-row border-b px-3">
          <span className={`h-2 rounded-tag bg-press ${width}`} />
          <span className="h-2 w-16 rounded-tag bg-press" />
          <span className="hidden h-2 w-40 rounded-tag bg-press wide:block" />
        </div>
      ))}
    </div>
  )
}
