'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { NavPage } from '@/components/shell/main-nav'
import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuChoice, MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { leave } from '@/lib/authentication'
import { fill } from '@/lib/messages/messages'
import { locales, storePreference, type Theme, themes } from '@/lib/preferences'

type UserMenuContentProps = MenuProps & { email: string; theme: Theme; signedOutAt: string; pages: NavPage[] }

/** Language, theme, sign-out; on a phone the main navigation too. */
export function UserMenuContent({ email, theme: initialTheme, signedOutAt, pages, ...menu }: UserMenuContentProps) {
  const { t, locale } = useIntl()
  const router = useRouter()
  const [theme, setTheme] = useState<string>(initialTheme)
  const [isStillSignedIn, setIsStillSignedIn] = useState(false)

  const chooseTheme = (next: string) => {
    storePreference('theme', next)
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
  }
  const chooseLocale = (next: string) => {
    storePreference('locale', next)
    router.refresh()
  }
  const signOut = async () => {
    setIsStillSignedIn(false)
    setIsStillSignedIn(!(await leave(signedOutAt)))
  }
  return (
    <Menu {...menu} align="end">
      <MenuCaption>{fill(t.shell.signedInAs, { email })}</MenuCaption>
      <MenuRule />
      <div className="wide:hidden">
        {pages.map(({ id, name, href }) => (
          <MenuItem key={id} onSelect={() => router.push(href)}>
            {name}
          </MenuItem>
        ))}
        <MenuRule />
      </div>
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
      <MenuItem stays onSelect={() => void signOut()}>
        {t.shell.signOut}
        {/* Beside the items, a menu may contain no live region. */}
        <span aria-live="assertive" className="block max-w-60 whitespace-normal text-12 text-danger not-empty:pb-1">
          {isStillSignedIn && t.shell.stillSignedIn}
        </span>
      </MenuItem>
    </Menu>
  )
}
