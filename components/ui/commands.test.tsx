import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Command, useCommand, useCommandKeys } from '@/components/ui/commands'
import { useCommands } from '@/components/ui/listbox/use-commands'
import { PreferencesForTests } from '@/components/ui/testing/intl-for-tests'
import type { ShortcutChoice } from '@/lib/preferences'

const run = vi.fn<(id: string) => boolean>()

function One({ id, keys }: Pick<Command, 'id' | 'keys'>) {
  useCommand({ id, keys, title: id, group: 'list', run: () => run(id) })
  return null
}

/** Listens, and lists the keys as the sheet does. */
function Keys() {
  useCommandKeys()
  const commands = useCommands()
  return <output>{commands.map(({ id, keys }) => `${id}: ${keys.join(', ')}`).join('; ')}</output>
}

type PageProps = { withInner?: boolean; shortcuts?: ShortcutChoice }

function Page({ withInner = false, shortcuts = 'on' }: PageProps) {
  return (
    <PreferencesForTests chosen={{ shortcuts }}>
      <Keys />
      <One id="down" keys={['j', 'ArrowDown']} />
      <One id="go" keys={['g c']} />
      <One id="back" keys={['[', 'Alt+PageUp']} />
      <One id="outer" keys={['Escape']} />
      {withInner && <One id="inner" keys={['Escape']} />}
      <input aria-label="box" />
      <div role="menu">
        <button type="button">item</button>
      </div>
      <div data-scroller="" tabIndex={-1} title="list" />
      <div role="dialog" aria-label="record">
        <button type="button">tool</button>
        <div data-scroller="" tabIndex={-1} title="record text" />
      </div>
    </PreferencesForTests>
  )
}

const press = (key: string, init: KeyboardEventInit = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ...init })
const ran = () => run.mock.calls.map(([id]) => id)

beforeEach(() => {
  run.mockReturnValue(true)
})
afterEach(() => {
  cleanup()
  run.mockReset()
})

it('runs the command of a key and prevents its default action', () => {
  render(<Page />)
  expect(press('j')).toBe(false)
  press('ArrowDown')
  expect(press('x')).toBe(true)
  expect(ran()).toEqual(['down', 'down'])
})

it('runs a sequence, and drops one that is broken off', () => {
  render(<Page />)
  press('g')
  press('c')
  press('g')
  press('x')
  press('c')
  expect(ran()).toEqual(['go'])
})

it('runs the latest command first, and the next one when it had nothing to do', () => {
  render(<Page withInner />)
  press('Escape')
  run.mockReset().mockImplementation((id) => id === 'outer')
  press('Escape')
  expect(ran()).toEqual(['inner', 'outer'])
})

it('ignores keys while typing, in a menu and with a modifier, except Escape while typing', () => {
  const { getByLabelText, getByText } = render(<Page />)
  press('j', {}, getByLabelText('box'))
  press('j', {}, getByText('item'))
  press('j', { ctrlKey: true })
  press('j', { metaKey: true })
  expect(ran()).toEqual([])
  press('Escape', {}, getByLabelText('box'))
  expect(ran()).toEqual(['outer'])
})

it('takes a sign that needs Alt or AltGr on this keyboard, and a key with Alt, but no shortcut of the browser', () => {
  render(<Page />)
  press('[', { altKey: true })
  press('[', { altKey: true, ctrlKey: true })
  press('PageUp', { altKey: true })
  expect(ran()).toEqual(['back', 'back', 'back'])
  press('j', { altKey: true })
  press('j', { altKey: true, ctrlKey: true })
  press('[', { ctrlKey: true })
  press('[', { metaKey: true, altKey: true })
  press('PageUp')
  press('PageUp', { altKey: true, ctrlKey: true })
  press('ArrowDown', { altKey: true })
  expect(ran()).toHaveLength(3)
})

it('leaves every key to an input method that composes, as Safari marks it too', () => {
  const { getByLabelText } = render(<Page />)
  press('Escape', { isComposing: true }, getByLabelText('box'))
  press('Escape', { keyCode: 229 }, getByLabelText('box'))
  expect(ran()).toEqual([])
})

it('removes a command when its component unmounts', () => {
  const { rerender } = render(<Page withInner />)
  rerender(<Page />)
  press('Escape')
  expect(ran()).toEqual(['outer'])
})

it('leaves the arrows to a dialog, and gives the focus to what they scroll', () => {
  const { getByRole, getByTitle, getByText } = render(<Page />)
  expect(press('ArrowDown', {}, getByRole('dialog'))).toBe(true)
  expect(document.activeElement).toBe(getByTitle('record text'))
  press('ArrowDown', {}, getByText('tool'))
  expect(ran()).toEqual([])
  press('j', {}, getByRole('dialog'))
  expect(ran()).toEqual(['down'])
})

it.each([' ', 'PageDown', 'PageUp', 'Home', 'End'])('gives the focus to the last part that scrolls: %j', (key) => {
  const { getByTitle, getByText } = render(<Page />)
  getByText('tool').focus()
  expect(press(key, {}, getByText('tool'))).toBe(true)
  expect(document.activeElement).toBe(getByText('tool'))
  expect(press(key)).toBe(true)
  expect(document.activeElement).toBe(getByTitle('record text'))
})

it('takes no single character where such shortcuts are off, and names none; every other key stays', () => {
  const { getByRole, getByTitle } = render(<Page shortcuts="off" />)
  for (const key of ['j', 'g', 'c', '[']) expect(press(key)).toBe(true)
  press('[', { altKey: true })
  expect(ran()).toEqual([])
  press('ArrowDown')
  press('PageUp', { altKey: true })
  press('Escape')
  expect(ran()).toEqual(['down', 'back', 'outer'])
  expect(getByRole('status').textContent).toBe('down: ArrowDown; go: ; back: Alt+PageUp; outer: Escape')
  press(' ')
  expect(document.activeElement).toBe(getByTitle('record text'))
})
