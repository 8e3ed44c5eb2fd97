import { useSyncExternalStore } from 'react'
import {
  type Command,
  getCommands,
  isCharacterKey,
  subscribe,
  useCommand,
  useHasCharacterKeys,
} from '@/components/ui/commands'

const none: readonly Command[] = []

/** Returns all commands that are registered, each with the keys that run it for this person. */
export function useCommands(): readonly Command[] {
  const hasCharacterKeys = useHasCharacterKeys()
  const all = useSyncExternalStore(subscribe, getCommands, () => none)
  if (hasCharacterKeys) return all
  return all.map((command) => ({ ...command, keys: command.keys.filter((keys) => !isCharacterKey(keys)) }))
}

export const onTheWay = 'on the way'

/** Stands where commands are on their way: a command that does nothing, and is listed nowhere. */
export function CommandsOnTheWay() {
  useCommand({ id: onTheWay, keys: [], title: '', group: 'rows', run: () => false })
  return null
}
