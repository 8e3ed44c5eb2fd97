'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { NavPage } from '@/components/shell/main-nav'
import { settingsKeys } from '@/components/shell/settings/settings'
import { runCommand, showPalette } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuItem, MenuRule } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { leave } from '@/lib/authentication'
import { fill } from '@/lib/messages/messages'

type UserMenuContentProps = MenuProps & {
  email: string
  signedOutAt: string
  sessionsHref: string
  pages: NavPage[]
}

/** Settings, the person's sessions, sign-out; shortcuts and commands where the top bar has no room; on a phone the navigation too. */
export function UserMenuContent(props: UserMenuContentProps) {
  const { email, signedOutAt, sessionsHref, pages, ...menu } = props
  const { t } = useIntl()
  const router = useRouter()
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
      <MenuItem onSelect={() => runCommand(settingsKeys)}>{t.settings.title}</MenuItem>
      <MenuItem onSelect={() => router.push(sessionsHref)}>{t.sessions.title}</MenuItem>
      <div className="wide:hidden">
        <MenuItem onSelect={() => showPalette(true)}>{t.palette.commands}</MenuItem>
      </div>
      <div className="mid:hidden">
        <MenuItem onSelect={() => runCommand('?')}>{t.shell.shortcuts}</MenuItem>
      </div>
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
