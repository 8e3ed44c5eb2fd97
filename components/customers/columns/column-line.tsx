'use client'

import { ArrowDown, ArrowUp, EyeOff, GripVertical, type IconNode, Minus, Pin, Plus } from 'lucide'
import type { KeyboardEvent } from 'react'
import type { ColumnMenuState } from '@/components/customers/columns/use-column-menu'
import { toolClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { parseExtraColumn } from '@/lib/customers/columns/column-ids'
import { nameColumn } from '@/lib/customers/columns/column-state'
import { isColumnMasked } from '@/lib/customers/columns/masked-columns'
import type { AttributeSetting } from '@/lib/customers/model/customer'
import { fill } from '@/lib/messages/messages'

type ColumnLineProps = {
  menu: ColumnMenuState
  column: ColumnMenuState['columns'][number]
  attributes: readonly AttributeSetting[] | undefined
  isMasked: boolean
  /** Whether Tab stops here: one line of all does, and the arrows lead to the others. */
  isCurrent: boolean
  isDragged: boolean
  onFocus: () => void
}

/** Gives the focus to the line beside this one. */
function focusBeside(line: Element, step: 1 | -1): void {
  let beside = step === 1 ? line.nextElementSibling : line.previousElementSibling
  while (beside?.querySelector('input:disabled'))
    beside = step === 1 ? beside.nextElementSibling : beside.previousElementSibling
  beside?.querySelector('input')?.focus()
}

/** A column in the menu: whether it is shown, and the tools that move, size and pin it. */
export function ColumnLine({ menu, column, attributes, isMasked, isCurrent, isDragged, onFocus }: ColumnLineProps) {
  const { t } = useIntl()
  const { id } = column
  const name = menu.nameOf(column)
  const isName = id === nameColumn
  const isPinned = column.getIsPinned() === 'start'
  const togglePin = () => column.pin(isPinned ? false : 'start')
  const extra = parseExtraColumn(id)
  const type = extra?.kind === 'attribute' && attributes?.find((one) => one.name === extra.name)?.type
  const note = isName
    ? t.columns.always
    : id === 'deleted'
      ? t.columns.ifDeleted
      : type
        ? t.filters.attributeTypes[type]
        : extra?.kind === 'consent' && t.table.consent.toLocaleLowerCase()

  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { key, altKey, ctrlKey, metaKey, currentTarget } = event
    if (ctrlKey || metaKey) return
    const step = key === 'ArrowUp' || key === '-' ? -1 : 1
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      if (altKey) menu.move(column, step)
      else focusBeside(currentTarget, step)
    } else if (key === '+' || key === '-') menu.resize(column, step)
    else if (key.toLowerCase() === 'p' && !altKey) togglePin()
    else return
    event.preventDefault()
  }
  const tool = (icon: IconNode, label: string, onPress: () => void, isPressed?: boolean) => (
    <button
      type="button"
      tabIndex={isCurrent ? 0 : -1}
      className={`${toolClass} aria-pressed:text-accent-text`}
      aria-label={fill(label, { column: name })}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      <Icon of={icon} size={12} />
    </button>
  )
  return (
    <li
      data-column={id}
      onKeyDown={handleKeyDown}
      onFocus={onFocus}
      className={`group relative flex min-h-11 items-center gap-1 rounded-2 px-1.5 hover:bg-hover wide:min-h-7 ${isDragged ? 'bg-press' : ''}`}
    >
      <span
        data-grip={isName ? undefined : ''}
        aria-hidden="true"
        className={`touch-none text-text-3 ${isName ? 'invisible' : 'cursor-grab'}`}
      >
        <Icon of={GripVertical} size={12} />
      </span>
      <label className="flex min-h-11 wide:min-h-7 min-w-0 flex-auto items-center gap-2">
        <input
          type="checkbox"
          className="size-3.5 flex-none accent-(--accent)"
          aria-describedby="columns-help"
          tabIndex={isCurrent ? 0 : -1}
          checked={column.getIsVisible()}
          disabled={isName}
          onChange={() => column.toggleVisibility()}
        />
        <span className="min-w-0 truncate">{extra ? <Text>{name}</Text> : <span>{name}</span>}</span>
        {isMasked && isColumnMasked(id, attributes) && (
          <span title={t.columns.masked} className="flex-none text-text-3">
            <Icon of={EyeOff} size={12} />
            <span className="sr-only">{t.columns.masked}</span>
          </span>
        )}
      </label>
      <span className="flex-none text-12 text-text-3">{note}</span>
      {isPinned && <Icon of={Pin} size={12} className="flex-none text-text-3" />}
      {!isName && (
        <span className="absolute right-1 flex gap-0.5 rounded-2 bg-float px-1 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
          {tool(ArrowUp, t.columns.up, () => menu.move(column, -1))}
          {tool(ArrowDown, t.columns.down, () => menu.move(column, 1))}
          {tool(Minus, t.columns.narrower, () => menu.resize(column, -1))}
          {tool(Plus, t.columns.wider, () => menu.resize(column, 1))}
          {tool(Pin, t.columns.pin, togglePin, isPinned)}
        </span>
      )}
    </li>
  )
}
