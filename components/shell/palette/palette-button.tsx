'use client'

import { useEffect, useState } from 'react'
import { PaletteDialog } from '@/components/shell/palette/palette-dialog'
import type { PaletteContext } from '@/components/shell/palette/use-palette-commands'
import { Button } from '@/components/ui/button'
import { isComposingKey, showPalette, useIsPaletteOpen } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'

/** Opens the palette of all commands, by Ctrl+K or ⌘K from everywhere, also while typing. */
export function PaletteButton(context: PaletteContext) {
  const { t } = useIntl()
  const isOpen = useIsPaletteOpen()
  const [isMac, setIsMac] = useState(false)
  useEffect(() => {
    setIsMac(/Mac|iPhone|iPad/.test(navigator.userAgent))
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey || isComposingKey(event)) return
      if (event.ctrlKey === event.metaKey || document.querySelector('dialog[open]:not([data-palette])')) return
      event.preventDefault()
      showPalette(true)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <span className="hidden wide:block">
        <Button variant="plain" onClick={() => showPalette(true)}>
          {t.palette.commands} <Kbd>{isMac ? '⌘K' : 'Ctrl K'}</Kbd>
        </Button>
      </span>
      {isOpen && <PaletteDialog {...context} />}
    </>
  )
}
