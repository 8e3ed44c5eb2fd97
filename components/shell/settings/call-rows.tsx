'use client'

import { useParams } from 'next/navigation'
import { useState } from 'react'
import { ChoiceRow, rowClass, rowLabelClass } from '@/components/shell/settings/choice-row'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { usePreferences } from '@/components/ui/page/preferences'
import { routes } from '@/lib/api/routes'
import { callTabs } from '@/lib/preferences'

/** The links that a browser may pass on to us, each with the parameter of `/find` that takes it (HTML, "Custom scheme handlers"). */
const schemes = [
  { scheme: 'tel', param: 'phone' },
  { scheme: 'web+desk', param: 'link' },
] as const

/** Asks the browser to pass links of a scheme on; false where it cannot. It asks the person by itself, and tells nobody the answer. */
function register({ scheme, param }: (typeof schemes)[number], accountId: string): boolean {
  try {
    navigator.registerProtocolHandler(scheme, `${location.origin}${routes.find(accountId)}?${param}=%s`)
    return true
  } catch {
    return false
  }
}

/** The lines of the settings for calls: where they are shown, and which links of this browser lead here. */
export function CallRows() {
  const { t } = useIntl()
  const { preferences, choose } = usePreferences()
  const { accountId } = useParams<{ accountId: string }>()
  const [state, setState] = useState<'asked' | 'refused' | null>(null)
  const words = t.settings.calls
  return (
    <>
      <ChoiceRow
        label={words.tab}
        note={words.tabNote}
        values={callTabs}
        names={words.tabs}
        value={preferences.callTab}
        onChoose={(callTab) => choose({ callTab })}
      />
      <div className={rowClass}>
        <span className={rowLabelClass}>{words.links}</span>
        <span className="flex flex-wrap gap-2">
          {schemes.map((one) => (
            <Button key={one.scheme} onClick={() => setState(register(one, accountId) ? 'asked' : 'refused')}>
              {words.schemes[one.scheme]}
            </Button>
          ))}
        </span>
        <span className="w-full text-12 text-text-2 wide:pl-44">
          <span>{words.linksNote}</span> <span role="status">{state && words[state]}</span>
        </span>
      </div>
    </>
  )
}
