import { Fragment } from 'react'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'

const keyLabels: Record<string, string> = {
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  'Alt+PageUp': 'Alt + PgUp',
  'Alt+PageDown': 'Alt + PgDn',
}

/** The keys of a command: each way to press them, and the keys of a sequence one after the other. */
export function CommandKeys({ keys }: { keys: readonly string[] }) {
  const { t } = useIntl()
  return keys.map((sequence, index) => (
    <Fragment key={sequence}>
      {index > 0 && <span className="text-text-3">/</span>}
      {sequence.split(' ').map((key, position) => (
        <Fragment key={key}>
          {position > 0 && <span className="text-12 text-text-3">{t.shortcuts.followedBy}</span>}
          <Kbd>{keyLabels[key] ?? key}</Kbd>
        </Fragment>
      ))}
    </Fragment>
  ))
}
