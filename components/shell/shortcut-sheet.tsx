'use client'

import { X } from 'lucide'
import { Fragment, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { type Command, type CommandGroup, useCommands } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Kbd } from '@/components/ui/kbd'

const groups: readonly CommandGroup[] = ['find', 'list', 'record', 'go']
const keyLabels: Record<string, string> = { Escape: 'Esc', ArrowDown: '↓', ArrowUp: '↑' }

function Keys({ command, followedBy }: { command: Command; followedBy: string }) {
  return command.keys.map((sequence, index) => (
    <Fragment key={sequence}>
      {index > 0 && <span className="text-text-3">/</span>}
      {sequence.split(' ').map((key, position) => (
        <Fragment key={key}>
          {position > 0 && <span className="text-12 text-text-3">{followedBy}</span>}
          <Kbd>{keyLabels[key] ?? key}</Kbd>
        </Fragment>
      ))}
    </Fragment>
  ))
}

/** Lists the keyboard shortcuts of this page. A native modal dialog: the browser traps and returns the focus. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useIntl()
  const commands = useCommands()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="shortcuts-title"
      className="z-dialog mx-auto mt-24 max-h-dialog w-dialog overflow-auto rounded-3 bg-float p-0 text-text-1 shadow-float backdrop:bg-backdrop"
    >
      <div className="flex items-center justify-between border-line border-b py-2 pr-2 pl-5">
        <h2 id="shortcuts-title" className="font-semibold text-16 tracking-title">
          {t.shortcuts.title}
        </h2>
        <Button variant="plain" size="square" aria-label={t.shell.close} onClick={() => dialog.current?.close()}>
          <Icon of={X} size={16} />
        </Button>
      </div>
      <div className="grid gap-x-10 px-5 py-3 wide:grid-cols-2">
        {groups.map((group) => {
          const inGroup = [
            ...new Map(commands.filter((command) => command.group === group).map((c) => [c.title, c])).values(),
          ]
          if (inGroup.length === 0) return null
          return (
            <section key={group} className="pb-3">
              <h3 className="h-6 font-normal text-12 text-text-2 leading-6">{t.shortcuts.groups[group]}</h3>
              <dl>
                {inGroup.map((command) => (
                  <div
                    key={command.id}
                    className="flex min-h-7 items-center gap-2 border-line-row border-b last:border-0"
                  >
                    <dt className="flex-auto">{command.title}</dt>
                    <dd className="flex items-center gap-1">
                      <Keys command={command} followedBy={t.shortcuts.followedBy} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </dialog>
  )
}
