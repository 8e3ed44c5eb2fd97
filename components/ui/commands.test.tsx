import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Command, useCommand, useCommandKeys } from '@/components/ui/commands'

const run = vi.fn<(id: string) => boolean>()

function One({ id, keys }: Pick<Command, 'id' | 'keys'>) {
  useCommand({ id, keys, title: id, group: 'list', run: () => run(id) })
  return null
}

function Page({ withInner = false }) {
  useCommandKeys()
  return (
    <>
      <One id="down" keys={['j', 'ArrowDown']} />
      <One id="go" keys={['g c']} />
      <One id="outer" keys={['Escape']} />
      {withInner && <One id="inner" keys={['Escape']} />}
      <input aria-label="box" />
      <div role="menu">
        <button type="button">item</button>
      </div>
    </>
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

it('removes a command when its component unmounts', () => {
  const { rerender } = render(<Page withInner />)
  rerender(<Page />)
  press('Escape')
  expect(ran()).toEqual(['outer'])
})
