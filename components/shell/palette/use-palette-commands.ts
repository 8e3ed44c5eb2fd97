import { History, UserRound } from 'lucide'
import { useRouter } from 'next/navigation'
import { accountHref } from '@/components/shell/accounts/account-href'
import { settingsKeys } from '@/components/shell/settings/settings'
import { runCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import type { Option } from '@/components/ui/listbox/option-group'
import { isSameCommand } from '@/components/ui/listbox/same-command'
import { useCommands } from '@/components/ui/listbox/use-commands'
import { usePreferences } from '@/components/ui/page/preferences'
import { type AccountName, isTestAccount } from '@/lib/account'
import { routes } from '@/lib/api/routes'
import { leave } from '@/lib/authentication'
import { fill } from '@/lib/messages/messages'
import { densities, locales, shortcutChoices, themes } from '@/lib/preferences'
import { parseRecents, recentsKey } from '@/lib/recents'
import { readSessionItem } from '@/lib/session-storage'

export type PaletteContext = {
  account: AccountName
  /** All accounts that the person may open. */
  accounts: AccountName[]
  mayReadCustomers: boolean
  /** The URL after signing out. */
  signedOutAt: string
}

/** A command of the palette. */
export type PaletteCommand = Option & {
  /** Returns whether it did something. */
  run: () => boolean | Promise<boolean>
  /** What is said where it did nothing. */
  failure?: string
}

/** In the order in which they stand while nothing is typed. */
export const paletteGroups = ['record', 'list', 'find', 'view', 'recent', 'filter', 'go', 'account', 'choose'] as const
type PaletteGroup = (typeof paletteGroups)[number]

/** All commands by group: those that are registered, recent searches and customers, the accounts, and what can be chosen. */
export function usePaletteCommands({
  account,
  accounts,
  signedOutAt,
}: PaletteContext): Map<PaletteGroup, PaletteCommand[]> {
  const { t } = useIntl()
  const router = useRouter()
  const registered = useCommands()
  const { choose } = usePreferences()
  const go = (href: string) => () => {
    router.push(href)
    return true
  }
  const act = (work: () => unknown) => () => {
    work()
    return true
  }
  const titled = (caption: string, value: string) => fill(t.palette.chosen, { caption, value })

  const groups = new Map<PaletteGroup, PaletteCommand[]>()
  // Moving from row to row makes sense by its keys alone. Of several that are one, the latest that has something to do is run.
  for (const command of registered) {
    const { id, group, title, note, keys } = command
    const same = registered.filter((one) => isSameCommand(one, command))
    if (group === 'rows' || same[0] !== command) continue
    const run = () => same.findLast((one) => one.run()) !== undefined
    groups.set(group, [...(groups.get(group) ?? []), { key: id, label: title, note: note ?? undefined, keys, run }])
  }
  groups.set(
    'recent',
    parseRecents(readSessionItem(recentsKey(account.id))).map((recent) => {
      const isSearch = recent.kind === 'search'
      const query = isSearch ? recent.query : new URLSearchParams({ record: recent.customerId })
      const id = isSearch ? `search ${recent.query}` : `record ${recent.customerId}`
      return {
        key: id,
        label: recent.text,
        icon: isSearch ? History : UserRound,
        run: go(routes.customers(account.id, query)),
      }
    }),
  )
  groups.set(
    'account',
    accounts
      .filter(({ id }) => id !== account.id)
      .map(({ id, name }) => ({
        key: `account ${id}`,
        label: name,
        note: `${id} ${isTestAccount(id) ? t.shell.test : t.shell.production}`,
        run: act(() => window.location.assign(accountHref(account.id, id, window.location))),
      })),
  )
  groups.set('choose', [
    ...themes.map((theme) => ({
      key: `theme ${theme}`,
      label: titled(t.shell.theme, t.shell.themes[theme]),
      run: act(() => choose({ theme })),
    })),
    ...locales.map((locale) => ({
      key: `locale ${locale}`,
      label: titled(t.shell.language, t.shell.locales[locale]),
      run: act(() => choose({ locale })),
    })),
    ...densities.map((density) => ({
      key: `density ${density}`,
      label: titled(t.table.density, t.table.densities[density]),
      run: act(() => choose({ density })),
    })),
    ...shortcutChoices.map((shortcuts) => ({
      key: `shortcuts ${shortcuts}`,
      label: titled(t.shortcuts.characters, t.shortcuts.choices[shortcuts]),
      run: act(() => choose({ shortcuts })),
    })),
    { key: 'time-zone', label: t.settings.timeZone, run: () => runCommand(settingsKeys) },
    { key: 'sessions', label: t.sessions.title, run: go(routes.sessions(account.id)) },
    {
      key: 'sign-out',
      label: t.shell.signOut,
      run: () => leave(signedOutAt),
      failure: t.shell.stillSignedIn,
    },
  ])
  return groups
}
