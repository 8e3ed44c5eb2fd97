'use client'

import { useEffect, useEffectEvent, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { usePreferences } from '@/components/ui/page/preferences'

/**
 * The registry of commands and their keyboard shortcuts. Components register theirs while they are mounted; the shell
 * listens for the keys and lists the commands: those with keys in the shortcut sheet, and all in the palette. A shortcut is
 * a key (`j`, `Escape`, `?`), one with Alt (`Alt+PageUp`) or a sequence (`g c`).
 */
export type CommandGroup = 'find' | 'view' | 'filter' | 'rows' | 'list' | 'record' | 'go'

export type Command = {
  id: string
  /** None where the palette alone runs it. */
  keys: string[]
  title: string
  /** What tells it from others of one title, such as whose view it opens. */
  note?: string | null
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

/** Calls back when the commands change, or the palette opens or closes, until the returned function is called. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** All commands that are registered. */
export const getCommands = (): readonly Command[] => commands

let isPaletteOpen = false

/** Opens or closes the palette of commands. */
export function showPalette(isOpen: boolean): void {
  isPaletteOpen = isOpen
  for (const listener of listeners) listener()
}

/** Whether the palette is open: commands that are many are registered only then. */
export function useIsPaletteOpen(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => isPaletteOpen,
    () => false,
  )
}

/** Registers a command while the component is mounted. Of several with the same keys, the latest is run first. */
export function useCommand({ id, keys, title, note, group, run }: Command): void {
  const latest = useEffectEvent(run)
  const joined = keys.join('\n')
  // In the frame that shows what names the key: who sees it may press it.
  useLayoutEffect(() => {
    const command: Command = {
      id,
      keys: joined === '' ? [] : joined.split('\n'),
      title,
      note,
      group,
      run: () => latest(),
    }
    setCommands([...commands, command])
    return () => setCommands(commands.filter((other) => other !== command))
  }, [id, joined, title, note, group])
}

/** Registers a command that opens something; returns whether it is open, and how to open and close it. */
export function useOpenCommand(command: Omit<Command, 'run'>): [isOpen: boolean, setIsOpen: (isOpen: boolean) => void] {
  const [isOpen, setIsOpen] = useState(false)
  useCommand({
    ...command,
    run: () => {
      setIsOpen(true)
      return true
    },
  })
  return [isOpen, setIsOpen]
}

/**
 * Whether single characters run commands: a person who speaks to the computer, or whose hand trembles, may switch them off
 * (WCAG 2.1.4, "Character Key Shortcuts").
 */
export const useHasCharacterKeys = (): boolean => usePreferences().preferences.shortcuts === 'on'

/** Whether keys are a single character, or a sequence of such. */
export const isCharacterKey = (keys: string) => /^[^ ]( |$)/u.test(keys)

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const isInOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=menu], dialog[open]') !== null

/** In a dialog the arrows scroll, and move within its fields. */
const isOfDialog = ({ key, target }: KeyboardEvent) =>
  key.startsWith('Arrow') && target instanceof Element && target.closest('[role=dialog]') !== null

const scrollKeys = /^( |Page(Up|Down)|Home|End|Arrow(Up|Down))$/

/** Gives the focus to what scrolls within the target, so that the browser's own keys scroll it: the page itself does not. */
function focusScroller({ key, target }: KeyboardEvent): void {
  if (!scrollKeys.test(key) || !(target instanceof Element)) return
  const scrollers = target.querySelectorAll<HTMLElement>('[data-scroller]')
  // An open record comes after the list.
  scrollers[scrollers.length - 1]?.focus({ preventScroll: true })
}

/**
 * Whether a key belongs to an input method that composes a character. Safari ends the composition before it reports the
 * key, and marks that by the code 229 (UI Events, "Legacy key attributes").
 */
export const isComposingKey = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229

/** The key of an event as commands name it; null where Ctrl or Meta make it one of the browser's or the system's. */
function toKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): string | null {
  // Some layouts print a sign with Alt, as a Norwegian Mac does `[`, or with AltGr, which is Ctrl and Alt on Windows.
  const isPrinted = altKey && /^\W$/.test(key)
  if (metaKey || (ctrlKey && !isPrinted)) return null
  return altKey && !isPrinted ? `Alt+${key}` : key
}

/** The time between two keys of a sequence. */
const sequenceMs = 1_200

/** Runs the latest command with these keys that has something to do; returns whether there was one. */
export function runCommand(keys: string): boolean {
  return commands.findLast((command) => command.keys.includes(keys) && command.run()) !== undefined
}

/** Listens for the keys of all commands, except while typing or composing, and in an open menu. */
export function useCommandKeys(): void {
  const hasCharacterKeys = useHasCharacterKeys()
  useEffect(() => {
    let pending = ''
    let pendingUntil = 0
    const onKeyDown = (event: KeyboardEvent) => {
      const key = toKey(event)
      if (event.defaultPrevented || key === null || isComposingKey(event)) return
      if (isInOverlay(event.target) || (isTyping(event.target) && key !== 'Escape')) return
      const keys = pending !== '' && event.timeStamp < pendingUntil ? `${pending} ${key}` : key
      pending = ''
      const isOn = hasCharacterKeys || !isCharacterKey(key)
      if (isOn && !isOfDialog(event) && runCommand(keys)) event.preventDefault()
      else if (isOn && commands.some((command) => command.keys.some((candidate) => candidate.startsWith(`${keys} `)))) {
        pending = keys
        pendingUntil = event.timeStamp + sequenceMs
      } else focusScroller(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [hasCharacterKeys])
}
