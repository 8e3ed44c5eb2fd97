'use client'

import { useIntl } from '@/components/ui/intl'

/** In place of a part that did not come: the network was away, or the server has another version by now. */
export function MissingPart() {
  const { t } = useIntl()
  return (
    <p role="alert" className="p-3">
      {t.errors.missingPart}{' '}
      {/* biome-ignore lint/a11y/useValidAnchor: empty, it is the address of the page, whatever that is by then */}
      <a className="text-accent-text underline" href="">
        {t.errors.reload}
      </a>
    </p>
  )
}
