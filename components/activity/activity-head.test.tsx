import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ActivityHead } from '@/components/activity/activity-head'
import { IntlProvider } from '@/components/ui/intl'
import { messagesFor } from '@/lib/messages/catalogue'

afterEach(cleanup)

const at = '2026-03-01T09:00:00.000Z'

it.each([
  ['en', null, null],
  ['en', { at, unbroken: true, checkpoint: 17 }, /^Chain unbroken, checked .*09:00.* by checkpoint 17$/],
  ['nb', { at, unbroken: true, checkpoint: 17 }, /^Kjeden er hel, kontrollert .*09:00.* mot kontrollpunkt 17$/],
  ['en', { at, unbroken: false, checkpoint: null }, /^Chain broken, checked .*09:00\S*$/],
] as const)('in %s, the head says of the verification %j: %s', (locale, checked, text) => {
  const { container } = render(
    <IntlProvider
      messages={messagesFor(locale)}
      locale={locale}
      zone="UTC"
      nowIso="2026-03-01T10:00:00Z"
      onZone={() => {}}
    >
      <ActivityHead checked={checked} exportHref="/export" />
    </IntlProvider>,
  )
  const shown = [...container.querySelectorAll('span')].map(({ textContent }) => textContent.trim()).filter(Boolean)
  expect(shown).toEqual(text === null ? [] : [expect.stringMatching(text)])
})
