import { cleanup } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ActivityHead } from '@/components/activity/activity-head'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'

afterEach(cleanup)

const at = '2026-03-01T09:00:00.000Z'

it.each([
  ['en', null, null],
  ['en', { at, unbroken: true, checkpoint: 17 }, /^Chain verified .*09:00.* against checkpoint 17$/],
  ['nb', { at, unbroken: true, checkpoint: 17 }, /^Kjeden er kontrollert .*09:00.* mot kontrollpunkt 17$/],
  ['en', { at, unbroken: false, checkpoint: null }, /^Chain broken, checked .*09:00\S*$/],
] as const)('in %s, the head says of the verification %j: %s', (locale, checked, text) => {
  const { container } = renderWithIntl(<ActivityHead checked={checked} exportHref="/export" />, { locale })
  const shown = [...container.querySelectorAll('span > span')]
    .map(({ textContent }) => textContent.trim())
    .filter(Boolean)
  expect(shown).toEqual(text === null ? [] : [expect.stringMatching(text)])
})
