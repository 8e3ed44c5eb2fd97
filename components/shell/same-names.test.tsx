import { cleanup, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { type PaletteCommand, usePaletteCommands } from '@/components/shell/palette/use-palette-commands'
import { ShortcutSheet } from '@/components/shell/shortcut-sheet'
import { type Command, useCommand } from '@/components/ui/commands'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'

/** Views have the names that people give them: those of others, those of commands, and ones that turn the text around. */

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }) }))
afterEach(cleanup)

const run = vi.fn<(id: string) => boolean>(() => true)

const registered: readonly Omit<Command, 'run'>[] = [
  { id: 'row-copy', keys: ['c e'], title: 'Copy email', group: 'list' },
  { id: 'record-copy', keys: ['c e'], title: 'Copy email', group: 'list' },
  { id: 'mine', keys: ['g 1'], title: 'Leads', group: 'view' },
  { id: 'of Kari', keys: ['g 2'], title: 'Leads', note: 'Kari', group: 'view' },
  { id: 'named as a command', keys: ['g 3'], title: 'Copy email', group: 'view' },
  { id: 'turned', keys: ['g 4'], title: '\u202Efirms', group: 'view' },
]

function One(command: Omit<Command, 'run'>) {
  useCommand({ ...command, run: () => run(command.id) })
  return null
}

const context = {
  account: { id: 'T12345678', name: 'Test' },
  accounts: [],
  mayReadCustomers: true,
  signedOutAt: '/sign-in',
}

function show(content: ReactNode) {
  renderWithIntl(
    <>
      {registered.map((command) => (
        <One key={command.id} {...command} />
      ))}
      {content}
    </>,
  )
}

it('lists each view in the palette with whose it is, and runs that one', () => {
  let commands = new Map<string, PaletteCommand[]>()
  function Listed() {
    commands = usePaletteCommands(context)
    return null
  }
  show(<Listed />)
  const views = commands.get('view') ?? []
  expect(views.map(({ label, note }) => [label, note])).toEqual([
    ['Leads', undefined],
    ['Leads', 'Kari'],
    ['Copy email', undefined],
    ['\u202Efirms', undefined],
  ])
  for (const view of views) view.run()
  for (const command of commands.get('list') ?? []) command.run()
  expect(run.mock.calls.map(([id]) => id)).toEqual(['mine', 'of Kari', 'named as a command', 'turned', 'record-copy'])
})

it('lists each view in the sheet of shortcuts, its name as text of its own', () => {
  show(<ShortcutSheet onClose={() => {}} />)
  const section = screen.getByRole('heading', { name: 'Go', hidden: true }).closest('section')
  if (!section) throw new Error('The sheet has no section for views')
  const names = within(section)
    .getAllByRole('term', { hidden: true })
    .map((term) => term.textContent)
  expect(names).toEqual(['Leads', 'Leads', 'Copy email', '⟨U+202E⟩firms'])
  expect(screen.getAllByText('Copy email')).toHaveLength(2)
})
