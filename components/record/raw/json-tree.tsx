'use client'

import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { plural } from '@/lib/messages/messages'

/** Deeper values are shown as JSON text. */
const deepest = 12

function Scalar({ value }: { value: unknown }) {
  const { t } = useIntl()
  if (value === null || value === '') return <span className="text-text-3">{t.record.empty}</span>
  return <Text>{typeof value === 'string' ? value : JSON.stringify(value)}</Text>
}

type JsonTreeProps = { label: string; value: unknown; isOpen?: boolean; depth?: number }

/** Any JSON value under its name; objects and arrays can be folded. */
export function JsonTree({ label, value, isOpen = true, depth = 0 }: JsonTreeProps) {
  const { t, locale } = useIntl()
  if (typeof value !== 'object' || value === null || depth >= deepest)
    return (
      <div className="grid min-h-6 grid-cols-facts-narrow py-0.5 wide:grid-cols-json">
        <span className="wrap-anywhere pr-2 text-text-2">
          <Text>{label}</Text>
        </span>
        <span className="wrap-anywhere min-w-0">
          <Scalar value={value} />
        </span>
      </div>
    )
  const entries = Object.entries(value)
  return (
    <details open={isOpen}>
      <summary className="wrap-anywhere cursor-pointer py-0.5 text-text-2 max-wide:py-3">
        <Text>{label}</Text>{' '}
        <span className="text-12 text-text-3">{plural(t.record.entries, entries.length, locale)}</span>
      </summary>
      <div className="ml-1 border-line border-l pl-3">
        {entries.map(([name, inner]) => (
          <JsonTree
            key={name}
            label={Array.isArray(value) ? String(Number(name) + 1) : name}
            value={inner}
            isOpen={depth < 1}
            depth={depth + 1}
          />
        ))}
      </div>
    </details>
  )
}
