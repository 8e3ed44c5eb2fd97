'use client'

import { Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { useCommandKeys, useOpenCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { KeyHint } from '@/components/ui/key-hint'
import { lazyComponent } from '@/components/ui/lazy-component'

const ShortcutSheet = lazyComponent(
  () => import('@/components/shell/shortcut-sheet'),
  (all) => all.ShortcutSheet,
)

/** Listens for the keyboard shortcuts of the page, and lists them on `?`. */
export function Shortcuts() {
  const { t } = useIntl()
  useCommandKeys()
  const [open, setOpen] = useOpenCommand({
    id: 'shortcuts',
    keys: ['?'],
    title: t.shortcuts.all,
    group: 'go',
  })
  return (
    <>
      <span className="hidden mid:block">
        <Button variant="plain" onClick={() => setOpen(true)}>
          {t.shell.shortcuts} <KeyHint>?</KeyHint>
        </Button>
      </span>
      {open && (
        <Suspense>
          <ShortcutSheet onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
