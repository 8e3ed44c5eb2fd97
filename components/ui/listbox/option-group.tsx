'use client'

import type { IconNode } from 'lucide'
import { useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { Kbd } from '@/components/ui/kbd'
import { CommandKeys } from '@/components/ui/listbox/command-keys'
import { Text } from '@/components/ui/text'

/** An option of a list box whose input keeps the focus. */
export type Option = {
  key: string
  label: string
  note?: string | undefined
  icon?: IconNode | undefined
  /** The keys that do the same. */
  keys?: readonly string[]
}

type OptionGroupProps<T extends Option> = {
  caption: string
  options: readonly T[]
  /** The position of the first option among those of all groups. */
  firstIndex: number
  /** The position of the one that Enter takes; -1 for none. */
  activeIndex: number
  /** The id of the option at a position, for `aria-activedescendant` of the input. */
  idOf: (index: number) => string
  onChoose: (option: T) => void
}

const scrollIntoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' })

/** Options of one kind, under their caption. */
export function OptionGroup<T extends Option>(props: OptionGroupProps<T>) {
  const { caption, options, firstIndex, activeIndex, idOf, onChoose } = props
  const captionId = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a list box
    <div role="group" aria-labelledby={captionId}>
      <div id={captionId} role="presentation" className="flex h-6 items-center px-2 text-11 text-text-3">
        {caption}
      </div>
      {options.map((option, at) => {
        const { key, label, note, icon, keys = [] } = option
        const index = firstIndex + at
        const isActive = index === activeIndex
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input handles the keys, by aria-activedescendant
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input
          <div
            key={key}
            id={idOf(index)}
            role="option"
            aria-selected={isActive}
            ref={isActive ? scrollIntoView : null}
            onClick={() => onChoose(option)}
            className="flex min-h-11 cursor-default items-center gap-2 rounded-2 px-2 hover:bg-hover aria-selected:bg-press wide:min-h-7"
          >
            {icon && <Icon of={icon} className="text-text-3" />}
            <span className="wrap-anywhere min-w-0 flex-auto py-1 leading-5">
              <Text>{label}</Text>
            </span>
            {note && <span className="flex-none text-12 text-text-3">{note}</span>}
            {keys.length > 0 ? (
              <span className="hidden flex-none items-center gap-1 wide:flex" aria-hidden="true">
                <CommandKeys keys={keys} />
              </span>
            ) : (
              isActive && (
                <span className="hidden wide:block">
                  <Kbd>Enter</Kbd>
                </span>
              )
            )}
          </div>
        )
      })}
    </div>
  )
}
