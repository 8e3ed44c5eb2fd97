'use client'

import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/**
 * The registry of commands and their keyboard shortcuts. Components register theirs while they are mounted; the shell
 * listens for the keys and lists the commands. A shortcut is a key (`j`, `Escape`, `?`) or a sequence (`g c`).
 */
export type CommandGroup = 'find' | 'list' | 'record' | 'go'

export type Command = {
  id: string
  keys: string[]
  title: string
  group: CommandGroup
  /** Returns whether it did something. If not, the next command with the same keys is run. */
  run: () => boolean
}

let commands: readonly Command[] = []
const listeners = new Set<() => void>()

function setCommands(next: readonly Command[]): void {
  commands = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const none: readonly Command[] = []

/** Registers a command while the component is mounted. Of several with the same keys, the latest is run first. */
export function useCommand({ id, keys, title, group, run }: Command): void {
  const latest = useEffectEvent(run)
  const joined = keys.join('\n')
  useEffect(() => {
    const command: Command = { id, keys: joined.split('\n'), title, group, run: () => latest() }
    setCommands([...commands, command])
    return () => setCommands(commands.filter((other) => other !== command))
  }, [id, joined, title, group])
}

/** Returns all commands that are registered. */
export function useCommands(): readonly Command[] {
  return useSyncExternalStore(
    subscribe,
    () => commands,
    () => none,
  )
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const isInOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=menu], dialog[open]') !== null

/** The time between two keys of a sequence. */
const sequenceMs = 1_200

/** Runs the latest command with these keys that has something to do; returns whether there was one. */
function runCommand(keys: string): boolean {
  return commands.findLast((command) => command.keys.includes(keys) && command.run()) !== undefined
}

/** Listens for the keys of all commands, except while typing, in an open menu, and with Ctrl, Alt or Meta held. */
export function useCommandKeys(): void {
  useEffect(() => {
    let pending = ''
    let pendingUntil = 0
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (isInOverlay(event.target) || (isTyping(event.target) && event.key !== 'Escape')) return
      const keys = pending !== '' && event.timeStamp < pendingUntil ? `${pending} ${event.key}` : event.key
      pending = ''
      if (runCommand(keys)) event.preventDefault()
      else if (commands.some((command) => command.keys.some((candidate) => candidate.startsWith(`${keys} `)))) {
        pending = keys
        pendingUntil = event.timeStamp + sequenceMs
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
