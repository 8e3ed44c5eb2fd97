import { onTheWay, useCommands } from '@/components/ui/listbox/use-commands'

/**
 * The first one of the commands that a part of the page registers while the palette is open, which comes with their code, by a
 * command of the same part that is always there.
 */
const firstOfMany = { views: 'view all', 'filter-tag': 'filter clear' }

/** Whether no more commands are on their way to the palette. */
export function useHasAllCommands(): boolean {
  const ids = new Set(useCommands().map(({ id }) => id))
  const hasCome = ([known, first]: [string, string]) => !ids.has(known) || ids.has(first)
  return !ids.has(onTheWay) && Object.entries(firstOfMany).every(hasCome)
}
