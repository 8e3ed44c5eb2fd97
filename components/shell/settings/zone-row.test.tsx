import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ZoneRow } from '@/components/shell/settings/zone-row'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'

beforeEach(() => {
  // jsdom lays nothing out, so nothing of it scrolls.
  Element.prototype.scrollIntoView = () => {}
  const options = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Oslo' }).resolvedOptions()
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(options)
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const button = () => screen.getByRole('button')
const names = () => screen.getAllByRole('option').map(({ textContent }) => textContent?.replace(/Enter$/, ''))

function openAndType(text: string) {
  renderWithIntl(<ZoneRow />, { zone: 'Europe/Oslo' })
  fireEvent.click(button())
  const input = screen.getByRole('combobox', { name: 'Time zone' })
  fireEvent.change(input, { target: { value: text } })
  return input
}

it('offers the zone of the browser first, then UTC and every place', () => {
  openAndType('')
  expect(names().slice(0, 2)).toEqual(['Browser’s (Europe/Oslo)', 'UTC'])
  expect(names()).toContain('Asia/Tokyo')
})

it.each([
  ['new york', ['America/New York']],
  ['oslo', ['Browser’s (Europe/Oslo)', 'Europe/Oslo']],
  ['são paulo', ['America/Sao Paulo']],
])('finds %j', (text, found) => {
  openAndType(text)
  expect(names()).toEqual(found)
})

it('takes the chosen zone at once, and gives the focus back', () => {
  const input = openAndType('oslo')
  fireEvent.keyDown(input, { key: 'ArrowDown' })
  fireEvent.keyDown(input, { key: 'Enter' })
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(button().getAttribute('aria-label')).toBe('Time zone: Europe/Oslo')
  expect(document.activeElement).toBe(button())
})

it('says that there is no such zone; Enter then does nothing, and Escape folds the list without closing the settings', () => {
  const input = openAndType('mars')
  expect(screen.getByRole('status').textContent).toBe('No such time zone.')
  fireEvent.keyDown(input, { key: 'Enter' })
  expect(fireEvent.keyDown(input, { key: 'Escape' })).toBe(false)
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(button().getAttribute('aria-label')).toBe('Time zone: Browser’s (Europe/Oslo)')
})
