'use client'

import { type ComponentProps, useLayoutEffect, useRef } from 'react'
import { useIntl } from '@/components/ui/intl'

export type PaletteInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  text: string
  onText: (text: string) => void
}

/** The input of the palette. Where it takes the place of another one in the open dialog, it takes the focus as well. */
export function PaletteInput({ text, onText, ...rest }: PaletteInputProps) {
  const { t } = useIntl()
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (input.current?.closest('dialog')?.open) input.current.focus()
  }, [])
  return (
    <input
      {...rest}
      ref={input}
      aria-label={t.palette.commands}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck="false"
      maxLength={500}
      value={text}
      onChange={(event) => onText(event.target.value)}
      className="-outline-offset-2 h-11 flex-none rounded-t-3 border-line border-b bg-transparent px-4 placeholder:text-text-3"
    />
  )
}
