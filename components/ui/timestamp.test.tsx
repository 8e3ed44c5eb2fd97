import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { IntlProvider } from '@/components/ui/intl'
import { Timestamp } from '@/components/ui/timestamp'
import { messagesFor } from '@/lib/messages/catalogue'

afterEach(cleanup)

it('shows the day, and the whole instant as a tooltip on hover', async () => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const nowIso = new Date().toISOString()
  render(
    <IntlProvider messages={messagesFor('en')} locale="en" zone={zone} nowIso={nowIso} onZone={() => {}}>
      <Timestamp iso="2024-05-17T12:00:00.123456Z" />
    </IntlProvider>,
  )
  const time = screen.getByText('17 May 2024')
  expect(time.getAttribute('title')).toBeNull()
  fireEvent.pointerEnter(time)
  await expect
    .poll(() => time.getAttribute('title'))
    .toMatch(/^17 May 2024 \d\d:00:00 .+ years? ago \(2024-05-17T12:00:00\.123456Z\)$/)
})
