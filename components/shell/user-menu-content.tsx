'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuChoice, MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { signOut } from '@/lib/authentication'
import { fill } from '@/lib/messages/messages'
import { keepPreference, locales, type Theme, themes } from '@/lib/preferences'

type Props = MenuProps & { email: string; theme: Theme; signedOutAt: string }

/** Language, theme, sign-out. */
export function UserMenuContent({ email, theme: initialTheme, signedOutAt, ...menu }: Props) {
  const { t, locale } = useIntl()
  const router = useRouter()
  const [theme, setTheme] = useState<string>(initialTheme)

  const chooseTheme = (next: string) => {
    keepPreference('theme', next)
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
  }
  const chooseLocale = (next: string) => {
    keepPreference('locale', next)
    router.refresh()
  }
  return (
    <Menu {...menu} align="end">
      <MenuCaption>{fill(t.shell.signedInAs, { email })}</MenuCaption>
      <MenuRule />
      <MenuCaption>{t.shell.theme}</MenuCaption>
      <MenuChoices label={t.shell.theme} value={theme} onChange={chooseTheme}>
        {themes.map((value) => (
          <MenuChoice key={value} value={value}>
            {t.shell.themes[value]}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuRule />
      <MenuCaption>{t.shell.language}</MenuCaption>
      <MenuChoices label={t.shell.language} value={locale} onChange={chooseLocale}>
        {locales.map((value) => (
          <MenuChoice key={value} value={value}>
            {t.shell.locales[value]}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuRule />
      <MenuItem onSelect={() => void signOut().then(() => window.location.assign(signedOutAt))}>
        {t.shell.signOut}
      </MenuItem>
    </Menu>
  )
}
