'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { NavPage } from '@/components/shell/main-nav'
import { runCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuChoice, MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { usePreferences } from '@/components/ui/page/preferences'
import { leave } from '@/lib/authentication'
import { fill } from '@/lib/messages/messages'
import { locales, shortcutChoices, themes } from '@/lib/preferences'

type UserMenuContentProps = MenuProps & {
  email: string
  signedOutAt: string
  sessionsHref: string
  pages: NavPage[]
}

/** Language, theme, single-key shortcuts, the person's sessions, sign-out; the shortcuts where the top bar has no room; on a phone the navigation too. */
export function UserMenuContent(props: UserMenuContentProps) {
  const { email, signedOutAt, sessionsHref, pages, ...menu } = props
  const { t } = useIntl()
  const router = useRouter()
  const { preferences, choose } = usePreferences()
  const [isStillSignedIn, setIsStillSignedIn] = useState(false)

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
      <MenuChoices label={t.shell.theme} value={preferences.theme} onChange={(theme) => void choose({ theme })}>
        {themes.map((value) => (
          <MenuChoice key={value} value={value}>
            {t.shell.themes[value]}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuRule />
      <MenuCaption>{t.shell.language}</MenuCaption>
      <MenuChoices label={t.shell.language} value={preferences.locale} onChange={(locale) => void choose({ locale })}>
        {locales.map((value) => (
          <MenuChoice key={value} value={value}>
            {t.shell.locales[value]}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuRule />
      <MenuCaption>{t.shortcuts.characters}</MenuCaption>
      <MenuChoices
        label={t.shortcuts.characters}
        value={preferences.shortcuts}
        onChange={(shortcuts) => void choose({ shortcuts })}
      >
        {shortcutChoices.map((value) => (
          <MenuChoice key={value} value={value}>
            {t.shortcuts.choices[value]}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuRule />
      <MenuItem onSelect={() => router.push(sessionsHref)}>{t.sessions.title}</MenuItem>
      <div className="mid:hidden">
        <MenuItem onSelect={() => runCommand('?')}>{t.shell.shortcuts}</MenuItem>
      </div>
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
