'use client'

import { Search } from 'lucide'
import { useRouter } from 'next/navigation'
import { PaletteInput, type PaletteInputProps } from '@/components/shell/palette/palette-input'
import { rankCommand } from '@/components/shell/palette/rank-command'
import {
  type PaletteCommand,
  type PaletteContext,
  paletteGroups,
  usePaletteCommands,
} from '@/components/shell/palette/use-palette-commands'
import { useIntl } from '@/components/ui/intl'
import { OptionList } from '@/components/ui/listbox/option-list'
import { useOptionKeys } from '@/components/ui/listbox/use-option-keys'
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
  const { listId, activeIndex, idOf, activateFirst, inputProps } = useOptionKeys({ options, onChoose })

  return (
    <>
      <PaletteInput
        {...input}
        {...inputProps}
        onText={(next) => {
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
        onChoose={onChoose}
      />
    </>
  )
}
