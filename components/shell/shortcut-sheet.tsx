'use client'

import type { CommandGroup } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { CommandKeys } from '@/components/ui/listbox/command-keys'
import { isSameCommand } from '@/components/ui/listbox/same-command'
import { useCommands } from '@/components/ui/listbox/use-commands'
import { ModalDialog } from '@/components/ui/page/modal-dialog'
import { usePreferences } from '@/components/ui/page/preferences'
import { Switch } from '@/components/ui/switch'
import { Text } from '@/components/ui/text'
import { operators } from '@/lib/customers/search-text/operators/operators'
import { nameIn } from '@/lib/customers/search-text/operators/words'

const sections: readonly { name: 'find' | 'list' | 'record' | 'go'; groups: readonly CommandGroup[] }[] = [
  { name: 'find', groups: ['find'] },
  { name: 'list', groups: ['rows', 'list'] },
  { name: 'record', groups: ['record'] },
  { name: 'go', groups: ['view', 'go'] },
]

/** Lists the keyboard shortcuts of this page and what its search box takes, and switches single keys on and off. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useIntl()
  const commands = useCommands()
  const { preferences, choose } = usePreferences()
  const notes: Record<string, string> = t.search.notes
  return (
    <ModalDialog title={t.shortcuts.title} onClose={onClose}>
      <div className="grid gap-x-10 px-5 py-3 wide:grid-cols-2">
        {sections.map(({ name, groups }) => {
          const listed = commands.filter(({ group, keys }) => groups.includes(group) && keys.length > 0)
          const inSection = listed.filter((one, at) => !listed.slice(at + 1).some((other) => isSameCommand(one, other)))
          if (inSection.length === 0) return null
          return (
            <section key={name} className="pb-3">
              <h3 className="h-6 font-normal text-12 text-text-2 leading-6">{t.shortcuts.groups[name]}</h3>
              <dl>
                {inSection.map((command) => (
                  <div
                    key={command.id}
                    className="flex min-h-7 items-center gap-2 border-line-row border-b last:border-0"
                  >
                    <dt className="wrap-anywhere min-w-0 flex-auto">
                      <Text translate={command.group === 'view' ? 'no' : 'yes'}>{command.title}</Text>
                    </dt>
                    <dd className="flex flex-none items-center gap-1">
                      <CommandKeys keys={command.keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
        {commands.some(({ id }) => id === 'search') && (
          <section className="pb-3">
            <h3 className="h-6 font-normal text-12 text-text-2 leading-6">{t.shortcuts.groups.box}</h3>
            <dl>
              {operators.map(({ name }) => (
                <div key={name} className="flex min-h-7 items-center gap-2 border-line-row border-b last:border-0">
                  <dt className="flex-auto text-text-2">{notes[name]}</dt>
                  <dd className="font-mono text-12">{nameIn(preferences.locale, name)}:</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
      </div>
      <p className="flex flex-wrap items-center gap-x-3 border-line border-t px-5 py-2">
        <Switch
          on={preferences.shortcuts === 'on'}
          onChange={(isOn) => void choose({ shortcuts: isOn ? 'on' : 'off' })}
          className="-ml-1.5 h-11 flex-none rounded-2 px-1.5 wide:h-7"
        >
          {t.shortcuts.characters}
        </Switch>
        <span className="text-12 text-text-2">{t.shortcuts.charactersNote}</span>
      </p>
    </ModalDialog>
  )
}
