import { useHasCharacterKeys } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { usePageFlag } from '@/components/ui/page/page-flag'
import { maskedFlag } from '@/lib/access'

/** What the search box takes and how the keyboard goes on, for a person who has not searched yet. */
export function SearchHint() {
  const { t } = useIntl()
  const isMasked = usePageFlag(maskedFlag)
  const hasCharacterKeys = useHasCharacterKeys()
  const { what, whatMasked, filters, keys, arrows } = t.search.hint
  return (
    <div role="note" className="-mx-1 mb-1 border-line border-b px-3 pt-0.5 pb-1.5 text-text-2">
      <p>{isMasked ? whatMasked : what}</p>
      <p>{filters}</p>
      <p className="max-wide:hidden">{hasCharacterKeys ? keys : arrows}</p>
    </div>
  )
}
