import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'
import { Timestamp } from '@/components/ui/time/timestamp'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-27T10:00:00Z') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
const show = (isInRow: boolean) =>
  renderWithIntl(<Timestamp iso="2024-05-17T12:00:00.123456Z" isInRow={isInRow} />, {
    zone,
    nowIso: new Date().toISOString(),
  })

/** The card is code of its own, which is loaded when it is first wanted; a pointer that comes again starts its wait again. */
const loading = { timeout: 30_000, interval: 500 }

const formsOf = (card: HTMLElement) =>
  within(card)
    .getAllByRole('term')
    .map((term) => [term.textContent, term.nextElementSibling?.textContent])

const forms = [
  ['Relative', '2 years ago'],
  [expect.stringMatching(/^Here, /), expect.stringMatching(/^17 May 2024 \d\d:\d\d:00$/)],
  ['UTC', '17 May 2024 12:00:00'],
  ['ISO', '2024-05-17T12:00:00.123456Z'],
]

it('shows the day, and all forms of the instant on touch and with Enter', async () => {
  show(false)
  const button = screen.getByRole('button', { name: '17 May 2024' })
  expect(screen.queryByRole('dialog')).toBeNull()
  fireEvent.focus(button)
  await vi.waitUntil(() => {
    fireEvent.click(button)
    return screen.queryByRole('dialog')
  }, loading)
  const card = screen.getByRole('dialog', { name: 'Time' })
  expect(formsOf(card)).toEqual(forms)
  expect(button.getAttribute('aria-expanded')).toBe('true')
  expect(within(card).getAllByRole('button', { name: /^Copy / })).toHaveLength(forms.length)
})

it('is plain text in a row, with the same card on hover', async () => {
  show(true)
  const time = screen.getByText('17 May 2024')
  expect(screen.queryByRole('button')).toBeNull()
  fireEvent.pointerEnter(time)
  await vi.waitUntil(() => {
    fireEvent(time, new PointerEvent('pointerenter', { pointerType: 'mouse' }))
    return screen.queryByRole('dialog')
  }, loading)
  expect(formsOf(screen.getByRole('dialog'))).toEqual(forms)
})
