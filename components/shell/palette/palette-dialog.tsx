'use client'

import { type KeyboardEvent, Suspense, useLayoutEffect, useRef, useState } from 'react'
import { PaletteInput } from '@/components/shell/palette/palette-input'
import type { PaletteContext } from '@/components/shell/palette/use-palette-commands'
import { showPalette } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'

const Palette = lazyComponent(
  () => import('@/components/shell/palette/palette'),
  (all) => all.Palette,
)

/**
 * The dialog of the palette, a native modal one: the browser traps and returns the focus. It takes what is typed at once,
 * also while the code of the commands is on its way, and Enter is then acted on once they are there.
 */
export function PaletteDialog(context: PaletteContext) {
  const { t } = useIntl()
  const dialog = useRef<HTMLDialogElement>(null)
  const onClosed = useRef<() => void>(null)
  const lastKey = useRef<KeyboardEvent>(null)
  const [text, setText] = useState('')
  // Before the next key, which would be one of the page.
  useLayoutEffect(() => dialog.current?.showModal(), [])

  const input = {
    text,
    placeholder: context.mayReadCustomers ? t.palette.placeholder : t.palette.placeholderWithoutSearch,
    onText: setText,
  }
  return (
    <dialog
      ref={dialog}
      data-palette=""
      onClose={() => (onClosed.current ? onClosed.current() : showPalette(false))}
      aria-label={t.palette.commands}
      className="z-dialog mx-auto mt-24 max-h-palette w-dialog flex-col overflow-hidden rounded-3 bg-float p-0 text-text-1 shadow-float backdrop:bg-backdrop open:flex"
    >
      <Suspense
        fallback={
          <PaletteInput
            {...input}
            onKeyDown={(event) => {
              lastKey.current = event
            }}
          />
        }
      >
        <Palette {...context} input={input} lastKey={lastKey} dialog={dialog} onClosed={onClosed} />
      </Suspense>
    </dialog>
  )
}
