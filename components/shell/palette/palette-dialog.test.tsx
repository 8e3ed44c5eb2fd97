import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { PaletteDialog } from '@/components/shell/palette/palette-dialog'
import { useCommand } from '@/components/ui/commands'
import { CommandsOnTheWay } from '@/components/ui/listbox/use-commands'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'

// No test judges a time: this ends what hangs.
configure({ asyncUtilTimeout: 30_000 })

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }) }))

const run = vi.fn(() => true)
function Command() {
  useCommand({ id: 'tag', keys: [], title: 'Tag is VIP', group: 'filter', run })
  return null
}

function Page() {
  const [isThere, setIsThere] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setIsThere(true)}>
        there
      </button>
      {isThere ? <Command /> : <CommandsOnTheWay />}
      <PaletteDialog
        account={{ id: 'T12345678', name: 'Nordlys' }}
        accounts={[]}
        mayReadCustomers={true}
        signedOutAt="/"
      />
    </>
  )
}

afterEach(cleanup)

it('runs nothing that Enter chose before the commands were there where the text was changed since', async () => {
  renderWithIntl(<Page />)
  const early = screen.getByRole('textbox', { hidden: true })
  fireEvent.change(early, { target: { value: 'vip' } })
  fireEvent.keyDown(early, { key: 'Enter' })
  const input = await screen.findByRole('combobox', { hidden: true })
  for (const value of ['vi', 'vip']) fireEvent.change(input, { target: { value } })
  fireEvent.click(screen.getByText('there'))
  await screen.findByText('Tag is VIP')
  expect(run).not.toHaveBeenCalled()
  fireEvent.keyDown(input, { key: 'Enter' })
  await waitFor(() => expect(run).toHaveBeenCalledTimes(1))
})
