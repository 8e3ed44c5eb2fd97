'use client'

import { type Option, OptionGroup } from '@/components/ui/listbox/option-group'

type OptionListProps<T extends Option> = {
  id: string
  label: string
  className: string
  groups: readonly { caption: string; options: readonly T[] }[]
  activeIndex: number
  idOf: (index: number) => string
  onChoose: (option: T) => void
}

/** A list box whose options stand in groups. */
export function OptionList<T extends Option>({ id, label, className, groups, ...rest }: OptionListProps<T>) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className={`thin-scroll overflow-auto p-1 empty:hidden ${className}`}
    >
      {groups.map((group, at) => (
        <OptionGroup
          key={group.caption}
          {...group}
          {...rest}
          firstIndex={groups.slice(0, at).reduce((count, { options }) => count + options.length, 0)}
        />
      ))}
    </div>
  )
}
