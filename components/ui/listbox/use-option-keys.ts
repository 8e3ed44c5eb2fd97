'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { isComposingKey } from '@/components/ui/commands'
import type { Option } from '@/components/ui/listbox/option-group'

type OptionKeysOptions<T extends Option> = {
  /** The options of all groups, in the order in which they stand. */
  options: readonly T[]
  onChoose: (option: T) => void
}

/**
 * The keys of an input above an open list box, of which one option is always active (ARIA Authoring Practices, "Combobox"):
 * the arrows move, Enter chooses. Returns the props of the input, and what the list box and its groups need.
 */
export function useOptionKeys<T extends Option>({ options, onChoose }: OptionKeysOptions<T>) {
  const listId = useId()
  const [chosenIndex, setChosenIndex] = useState(0)
  // The options may become fewer.
  const activeIndex = Math.min(chosenIndex, options.length - 1)
  const idOf = (index: number) => `${listId}-${index}`

  const handleKey = (event: KeyboardEvent) => {
    if (isComposingKey(event.nativeEvent)) return
    const active = options[activeIndex]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && options.length > 0) setChosenIndex((activeIndex + step + options.length) % options.length)
    else if (event.key === 'Enter' && active) onChoose(active)
    else return
    event.preventDefault()
  }
  return {
    listId,
    activeIndex,
    idOf,
    activateFirst: () => setChosenIndex(0),
    inputProps: {
      role: 'combobox',
      'aria-expanded': true,
      'aria-controls': listId,
      'aria-activedescendant': options.length > 0 ? idOf(activeIndex) : undefined,
      'aria-autocomplete': 'list',
      onKeyDown: handleKey,
    } as const,
  }
}
