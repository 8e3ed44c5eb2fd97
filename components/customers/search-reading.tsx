'use client'

import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'

/** How the search was read: said, so that nobody has to guess what was asked. */
export function SearchReading({ search }: { search: string | null }) {
  const { t } = useIntl()
  if (search === null) return null
  return (
    <span className="inline-flex h-8 min-w-0 flex-auto items-center gap-1 whitespace-nowrap rounded-2 border border-line-strong px-2 text-text-2 wide:h-7 wide:flex-initial">
      {t.search.startsWith}
      <b className="min-w-0 truncate font-medium text-text-1">
        <Text>{search}</Text>
      </b>
      <span className="min-w-0 truncate">{t.search.inFields}</span>
    </span>
  )
}
