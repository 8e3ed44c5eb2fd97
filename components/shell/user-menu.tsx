'use client'

import { ChevronDown, Menu as MenuIcon } from 'lucide'
import { useState } from 'react'
import type { NavPage } from '@/components/shell/main-nav'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { MenuButton } from '@/components/ui/menu-button'
import type { Role } from '@/lib/access'
import type { Theme } from '@/lib/preferences'

export type UserMenuProps = {
  name: string
  email: string
  role: Role | null
  theme: Theme
  signedOutAt: string
  pages: NavPage[]
}

const UserMenuContent = lazyComponent(
  () => import('@/components/shell/user-menu-content'),
  (all) => all.UserMenuContent,
)

/** The person who is signed in, with a menu for language, theme and sign-out; on a phone, for the navigation too. */
export function UserMenu({ name, email, role, theme, signedOutAt, pages }: UserMenuProps) {
  const { t } = useIntl()
  const [open, setOpen] = useState(false)
  return (
    <MenuButton
      open={open}
      onOpenChange={setOpen}
      className="hover-fade inline-flex size-11 flex-none items-center justify-center gap-1.5 whitespace-nowrap rounded-2 text-text-2 hover:bg-frame-press hover:text-text-1 wide:h-7 wide:w-auto wide:px-2"
      renderMenu={(menu) => (
        <UserMenuContent {...menu} email={email} theme={theme} signedOutAt={signedOutAt} pages={pages} />
      )}
    >
      <span className="sr-only wide:not-sr-only wide:text-text-1">{name}</span>
      <span className="hidden wide:inline">{role ? t.shell.roles[role] : t.shell.noRole}</span>
      <span className="hidden wide:block">
        <Icon of={ChevronDown} />
      </span>
      <span className="wide:hidden">
        <Icon of={MenuIcon} size={16} />
      </span>
    </MenuButton>
  )
}
