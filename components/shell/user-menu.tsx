'use client'

import { ChevronDown, Menu as MenuIcon } from 'lucide'
import type { NavPage } from '@/components/shell/main-nav'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'
import { CommandMenuButton } from '@/components/ui/menu-button'
import type { Role } from '@/lib/access'

export type UserMenuProps = {
  name: string
  email: string
  role: Role | null
  signedOutAt: string
  sessionsHref: string
  pages: NavPage[]
}

const UserMenuContent = lazyComponent(
  () => import('@/components/shell/user-menu-content'),
  (all) => all.UserMenuContent,
)

/** The person who is signed in, with a menu for settings, sessions and sign-out; on a phone, for the navigation too. */
export function UserMenu({ name, role, ...content }: UserMenuProps) {
  const { t } = useIntl()
  return (
    <CommandMenuButton
      command={{ id: 'user-menu', keys: ['g m'], title: t.shortcuts.userMenu }}
      className="hover-fade inline-flex size-11 flex-none items-center justify-center gap-1.5 whitespace-nowrap rounded-2 text-text-2 hover:bg-frame-press hover:text-text-1 wide:h-7 wide:w-auto wide:px-2"
      renderMenu={(menu) => <UserMenuContent {...menu} {...content} />}
    >
      <span className="sr-only wide:not-sr-only wide:text-text-1">{name}</span>
      <span className="hidden wide:inline">{role ? t.shell.roles[role] : t.shell.noRole}</span>
      <span className="hidden wide:block">
        <Icon of={ChevronDown} />
      </span>
      <span className="wide:hidden">
        <Icon of={MenuIcon} size={16} />
      </span>
    </CommandMenuButton>
  )
}
