import { type RenderResult, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from '@/components/ui/intl'
import { PreferencesProvider } from '@/components/ui/page/preferences'
import { messagesFor } from '@/lib/messages/catalogue'
import type { ChosenPreferences, Preferences } from '@/lib/preferences'

/** The preferences of a person who has chosen nothing. */
export const preferencesForTests: Preferences = {
  theme: 'system',
  locale: 'en',
  zone: 'UTC',
  timeZone: 'browser',
  density: 'compact',
  shortcuts: 'on',
  searchHint: 'on',
  callTab: 'new',
}

type PreferencesForTestsProps = {
  chosen?: Partial<Preferences>
  save?: (change: ChosenPreferences) => Promise<void>
  children: ReactNode
}

/** Provides the preferences of a person who has chosen nothing but these, in a browser without another tab. */
export const PreferencesForTests = ({ chosen, save = async () => {}, children }: PreferencesForTestsProps) => (
  <PreferencesProvider preferences={{ ...preferencesForTests, ...chosen }} save={save} subscribe={() => () => {}}>
    {children}
  </PreferencesProvider>
)

type Person = { locale?: 'en' | 'nb'; zone?: string; nowIso?: string }

/** Renders content for a person with a language, a time zone and a clock. */
export function renderWithIntl(
  content: ReactNode,
  { locale = 'en', zone = 'UTC', nowIso = '2026-03-01T10:00:00Z' }: Person = {},
): RenderResult {
  return render(
    <PreferencesForTests chosen={{ locale, zone }}>
      <IntlProvider messages={messagesFor(locale)} locale={locale} nowIso={nowIso} onZone={() => {}}>
        {content}
      </IntlProvider>
    </PreferencesForTests>,
  )
}
