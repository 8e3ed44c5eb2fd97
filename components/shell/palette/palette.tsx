'use client'

import { Search } from 'lucide'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { PaletteInput, type PaletteInputProps } from '@/components/shell/palette/palette-input'
import { rankCommand } from '@/components/shell/palette/rank-command'
import { useHasAllCommands } from '@/components/shell/palette/use-has-all-commands'
import {
  type PaletteCommand,
  type PaletteContext,
  paletteGroups,
  usePaletteCommands,
} from '@/components/shell/palette/use-palette-commands'
import { isComposingKey, showPalette } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { OptionList } from '@/components/ui/listbox/option-list'
import { useOptionKeys } from '@/components/ui/listbox/use-option-keys'
import { routes } from '@/lib/api/routes'
import { fill } from '@/lib/messages/messages'

type PaletteProps = PaletteContext & {
  input: PaletteInputProps
  /** The last key that was pressed before the commands were there. */
  lastKey: RefObject<KeyboardEvent | null>
  dialog: RefObject<HTMLDialogElement | null>
  /** Called when the dialog is closed, in place of closing the palette. */
  onClosed: RefObject<(() => void) | null>
}

/** All commands of the page, found by what is typed. */
export function Palette({ input, lastKey, dialog, onClosed, ...context }: PaletteProps) {
  const { t } = useIntl()
  const router = useRouter()
  const commands = usePaletteCommands(context)
  const text = input.text.trim()
  /** Why the command that was chosen before did nothing; empty otherwise. */
  const [notice, setNotice] = useState('')

  // A command may move the focus, which the browser has returned only when the dialog is closed.
  const handleChoice = (command: PaletteCommand) => {
    onClosed.current = async () => {
      onClosed.current = null
      if (await command.run()) return showPalette(false)
      setNotice(command.failure ?? fill(t.palette.nothing, { command: command.label }))
      dialog.current?.showModal()
    }
    dialog.current?.close()
  }

  const searchCommand: PaletteCommand = {
    key: 'search for the text',
    label: fill(t.palette.search, { text }),
    icon: Search,
    run: () => {
      router.push(routes.customers(context.account.id, new URLSearchParams({ q: text })))
      return true
    },
  }
  const fitting = paletteGroups.map((group) => {
    const ranked = (commands.get(group) ?? []).map((command) => ({
      command,
      rank: rankCommand(text, command.label, command.note),
    }))
    const options = ranked.filter(({ rank }) => rank > 0).toSorted((a, b) => b.rank - a.rank)
    return { caption: t.palette.groups[group], rank: options[0]?.rank ?? 0, options: options.map((one) => one.command) }
  })
  const groups = [
    // The values of all filters are too many to be read before something is typed.
    ...fitting
      .filter((_, index) => text !== '' || paletteGroups[index] !== 'filter')
      .toSorted((a, b) => b.rank - a.rank),
    { caption: t.palette.groups.search, options: text !== '' && context.mayReadCustomers ? [searchCommand] : [] },
  ].filter(({ options }) => options.length > 0)
  const options = groups.flatMap((group) => group.options)
  const { listId, activeIndex, idOf, activateFirst, inputProps } = useOptionKeys({ options, onChoose: handleChoice })
  const hasAll = useHasAllCommands()
  const [first] = options
  useEffect(() => {
    const key = lastKey.current
    if (!hasAll || !first || key?.key !== 'Enter' || isComposingKey(key.nativeEvent)) return
    lastKey.current = null
    handleChoice(first)
  })

  return (
    <>
      <PaletteInput
        {...input}
        {...inputProps}
        onKeyDown={(event) => {
          lastKey.current = null
          inputProps.onKeyDown(event)
        }}
        onText={(next) => {
          lastKey.current = null
          setNotice('')
          activateFirst()
          input.onText(next)
        }}
      />
      <p role="status" className="flex-none px-4 py-2 text-danger empty:hidden">
        {notice}
      </p>
      {options.length === 0 && <p className="px-4 py-2 text-text-2">{t.palette.none}</p>}
      <OptionList
        id={listId}
        label={t.palette.commands}
        className="min-h-0 flex-auto"
        groups={groups}
        activeIndex={activeIndex}
        idOf={idOf}
        onChoose={handleChoice}
      />
    </>
  )
}
