'use client'

import { Search } from 'lucide'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useId, useState } from 'react'
import { PaletteInput, type PaletteInputProps } from '@/components/shell/palette/palette-input'
import { rankCommand } from '@/components/shell/palette/rank-command'
import {
  type PaletteCommand,
  type PaletteContext,
  paletteGroups,
  usePaletteCommands,
} from '@/components/shell/palette/use-palette-commands'
import { isComposingKey } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { OptionGroup } from '@/components/ui/listbox/option-group'
import { routes } from '@/lib/api/routes'
import { fill } from '@/lib/messages/messages'

type PaletteProps = PaletteContext & {
  input: PaletteInputProps
  /** Why the command that was chosen before did nothing; empty otherwise. */
  notice: string
  onChoose: (command: PaletteCommand) => void
}

/** All commands of the page, found by what is typed. */
export function Palette({ input, notice, onChoose, ...context }: PaletteProps) {
  const { t } = useIntl()
  const router = useRouter()
  const listId = useId()
  const [chosenIndex, setChosenIndex] = useState(0)
  const commands = usePaletteCommands(context)
  const text = input.text.trim()

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
  // The page may take commands away while it changes.
  const activeIndex = Math.min(chosenIndex, options.length - 1)
  const idOf = (index: number) => `${listId}-${index}`

  const handleKey = (event: KeyboardEvent) => {
    if (isComposingKey(event.nativeEvent)) return
    const active = options[activeIndex]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && options.length > 0) setChosenIndex((activeIndex + step + options.length) % options.length)
    else if (event.key === 'Enter' && active) onChoose(active)
    else return
    event.preventDefault()
  }

  return (
    <>
      <PaletteInput
        {...input}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={options.length > 0 ? idOf(activeIndex) : undefined}
        aria-autocomplete="list"
        onText={(next) => {
          setChosenIndex(0)
          input.onText(next)
        }}
        onKeyDown={handleKey}
      />
      <p role="status" className="flex-none px-4 py-2 text-danger empty:hidden">
        {notice}
      </p>
      {options.length === 0 && <p className="px-4 py-2 text-text-2">{t.palette.none}</p>}
      <div
        id={listId}
        role="listbox"
        aria-label={t.palette.commands}
        className="thin-scroll min-h-0 flex-auto overflow-auto p-1 empty:hidden"
      >
        {groups.map((group, at) => (
          <OptionGroup
            key={group.caption}
            {...group}
            firstIndex={groups.slice(0, at).reduce((count, { options: before }) => count + before.length, 0)}
            activeIndex={activeIndex}
            idOf={idOf}
            onChoose={onChoose}
          />
        ))}
      </div>
    </>
  )
}
