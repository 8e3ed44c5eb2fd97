'use client'

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/**
 * The registry of actions and their keys: features put theirs in while they are on the screen, the shell listens and
 * draws the list. A key is `j`, `Escape`, `?`, or a sequence such as `g c`.
 */
export type CommandGroup = 'find' | 'list' | 'record' | 'go'

export type Command = {
  id: string
  keys: string[]
  title: string
  group: CommandGroup
  /** Gives whether it had something to do; where not, the next one with these keys is asked. */
  run: () => boolean
}

let commands: readonly Command[] = []
const listeners = new Set<() => void>()

function change(next: readonly Command[]): void {
  commands = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const none: readonly Command[] = []

/** Puts a command in while the component is on the screen. The latest one with the same keys is asked first. */
export function useCommand({ id, keys, title, group, run }: Command): void {
  const latest = useEffectEvent(run)
  const joined = keys.join('\n')
  useEffect(() => {
    const command: Command = { id, keys: joined.split('\n'), title, group, run: () => latest() }
    change([...commands, command])
    return () => change(commands.filter((other) => other !== command))
  }, [id, joined, title, group])
}

/** All commands that are in now. */
export function useCommands(): readonly Command[] {
  return useSyncExternalStore(
    subscribe,
    () => commands,
    () => none,
  )
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const isInFloat = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=menu], dialog[open]') !== null

const sequenceMs = 1_200

function runFirst(keys: string): boolean {
  const asked = commands.findLast((command) => command.keys.includes(keys) && command.run())
  return asked !== undefined
}

/** Listens for the keys of all commands: off while typing, in an open menu and with Ctrl, Alt or Meta held. */
export function useCommandKeys(): void {
  useEffect(() => {
    let pending = ''
    let pendingUntil = 0
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (isInFloat(event.target) || (isTyping(event.target) && event.key !== 'Escape')) return
      const keys = pending !== '' && event.timeStamp < pendingUntil ? `${pending} ${event.key}` : event.key
      pending = ''
      if (runFirst(keys)) event.preventDefault()
      else if (commands.some((command) => command.keys.some((candidate) => candidate.startsWith(`${keys} `)))) {
        pending = keys
        pendingUntil = event.timeStamp + sequenceMs
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
