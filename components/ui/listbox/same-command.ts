import type { Command } from '@/components/ui/commands'

/**
 * Whether two registered commands are one for the person: those of one title are, such as a copy in the list and in the record.
 * A view has the name that somebody gave it, which says nothing of what it opens.
 */
export const isSameCommand = (one: Command, other: Command): boolean =>
  one === other || (one.title === other.title && one.group !== 'view' && other.group !== 'view')
