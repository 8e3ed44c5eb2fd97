import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ColumnMenu } from '@/components/customers/columns/column-menu'
import { IntlProvider } from '@/components/ui/intl'
import { PreferencesProvider } from '@/components/ui/page/preferences'
import { preferencesForTests } from '@/components/ui/testing/intl-for-tests'
import { accountQueries } from '@/lib/api/queries/account'
import { messagesFor } from '@/lib/messages/catalogue'
import type { ChosenPreferences } from '@/lib/preferences'

/** Columns are dragged in two tabs of one person, which share what is saved and tell each other. */

const accountId = 'T12345678'
const lineHeight = 20

// A page of the tests has no layout: the lines stand below each other.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const top = [...(this.parentElement?.children ?? [])].indexOf(this) * lineHeight
    return { top, bottom: top + lineHeight, left: 0, right: 0, width: 0, height: lineHeight, x: 0, y: top } as DOMRect
  })
  Element.prototype.setPointerCapture = vi.fn()
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

type OnSaved = (change: ChosenPreferences) => void

/** What the server has, and the tabs that are told of it once it is saved. */
let saved: ChosenPreferences = {}
const tabs = new Map<string, OnSaved>()

function openTab(name: string) {
  const client = new QueryClient()
  client.setQueryData(accountQueries.settings(accountId).queryKey, { attributes: [] })
  const save = async (change: ChosenPreferences) => {
    saved = change
    await Promise.resolve()
    for (const [other, onSaved] of tabs) if (other !== name) onSaved(change)
  }
  const subscribe = (onSaved: OnSaved) => {
    tabs.set(name, onSaved)
    return () => tabs.delete(name)
  }
  const { container } = render(
    <PreferencesProvider preferences={preferencesForTests} save={save} subscribe={subscribe}>
      <IntlProvider messages={messagesFor('en')} locale="en" nowIso="2026-03-01T10:00:00Z" onZone={() => {}}>
        <QueryClientProvider client={client}>
          <ColumnMenu accountId={accountId} isMasked={false} onClose={() => {}} />
        </QueryClientProvider>
      </IntlProvider>
    </PreferencesProvider>,
  )
  const list = within(container).getByRole('list')
  const ids = () => [...list.children].map((line) => (line as HTMLElement).dataset.column)
  return {
    list,
    ids,
    grip: (id: string) => {
      const grip = list.querySelector(`[data-column=${id}] [data-grip]`)
      if (grip) fireEvent.pointerDown(grip, { button: 0, pointerId: 1 })
    },
    moveTo: (place: number) => fireEvent.pointerMove(list, { clientY: place * lineHeight + 1 }),
    drop: () => act(async () => void fireEvent.pointerUp(list)),
  }
}

it('two tabs that drag at the same time agree, with each other and with what is saved: the last one holds', async () => {
  const [one, other] = [openTab('one'), openTab('other')]
  one.grip('email')
  other.grip('phone')
  one.moveTo(1)
  other.moveTo(1)
  expect([one.ids()[1], other.ids()[1]]).toEqual(['email', 'phone'])
  await one.drop()
  // What is dropped elsewhere takes nothing out of a hand.
  expect(other.ids()[1]).toBe('phone')
  other.moveTo(2)
  await other.drop()
  expect(one.ids()).toEqual(other.ids())
  expect(other.ids()[2]).toBe('phone')
  expect(['name', ...(saved.columns?.[accountId]?.order ?? [])]).toEqual(other.ids())
})

it('a drag that is broken off changes nothing', async () => {
  const one = openTab('one')
  const before = one.ids()
  one.grip('email')
  one.moveTo(1)
  fireEvent.pointerCancel(one.list)
  expect(one.ids()).toEqual(before)
})
