'use client'

import { useCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'

/** Whether deleted customers are among the rows. */
export function DeletedSwitch({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useIntl()
  useCommand({
    id: 'toggle-deleted',
    keys: ['d'],
    title: t.shortcuts.toggleDeleted,
    group: 'find',
    run: () => {
      onChange(!on)
      return true
    },
  })
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={t.filters.showDeleted}
      onClick={() => onChange(!on)}
      className={`hover-fade h-11 flex-none items-center gap-1.5 whitespace-nowrap rounded-2 border px-2 text-text-2 hover:bg-press hover:text-text-1 wide:inline-flex wide:h-7 ${on ? 'inline-flex border-line-strong bg-page' : 'hidden border-transparent'}`}
    >
      <span
        aria-hidden="true"
        className={`flex h-3.5 w-6 flex-none rounded-full border p-0.5 ${on ? 'justify-end border-accent bg-accent' : 'border-line-control'}`}
      >
        <span className={`size-2 rounded-full ${on ? 'bg-accent-on' : 'bg-line-control'}`} />
      </span>
      {t.filters.deleted}
      {on && <b className="font-medium text-text-1">{t.filters.shown}</b>}
    </button>
  )
}
