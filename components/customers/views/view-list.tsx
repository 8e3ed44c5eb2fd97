'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import type { OpenableView, Views } from '@/components/customers/views/use-views'
import { digits, viewsInOrder } from '@/components/customers/views/view-command'
import { isComposingKey } from '@/components/ui/commands'
import { fieldClass } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import { type Option, OptionGroup } from '@/components/ui/listbox/option-group'

type ViewOption = Option & { view: OpenableView }

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** All views, found by what is typed. */
export function ViewList({ views, onChoose }: { views: Views; onChoose: (view: OpenableView) => void }) {
  const { t } = useIntl()
  const listId = useId()
  const [text, setText] = useState('')
  const [chosenIndex, setChosenIndex] = useState<number | null>(null)
  const { data, ofProduct, current } = views
  const inOrder = viewsInOrder(views).slice(0, digits)

  const toOption = (view: OpenableView, about?: string): ViewOption => {
    const digit = inOrder.findIndex(({ id }) => id === view.id) + 1
    const notes = [about, data.default === view.id ? t.views.defaultNote : undefined].filter(Boolean)
    return {
      key: view.id,
      label: view.name,
      ...(notes.length > 0 && { note: notes.join(', ') }),
      ...(digit > 0 && { keys: [`g ${digit}`] }),
      view,
    }
  }
  const groups = [
    {
      caption: t.views.groups.own,
      options: data.views
        .filter(({ owner }) => owner === null)
        .map((view) => toOption(view, view.shared ? t.views.sharedNote : undefined)),
    },
    {
      caption: t.views.groups.shared,
      options: data.views.flatMap((view) => (view.owner === null ? [] : [toOption(view, view.owner)])),
    },
    {
      caption: t.views.groups.product,
      options: ofProduct.map((view) => toOption(view, view.id === 'new' ? t.views.newNote : undefined)),
    },
  ]
    .map(({ caption, options }) => ({
      caption,
      options: options.filter(({ label, note = '' }) => fold(`${label} ${note}`).includes(fold(text.trim()))),
    }))
    .filter(({ options }) => options.length > 0)
  const options = groups.flatMap((group) => group.options)
  const currentIndex = Math.max(
    0,
    options.findIndex(({ view }) => view.id === current.id),
  )
  const activeIndex = Math.min(chosenIndex ?? currentIndex, options.length - 1)
  const idOf = (index: number) => `${listId}-${index}`

  const handleKey = (event: KeyboardEvent) => {
    if (isComposingKey(event.nativeEvent)) return
    const active = options[activeIndex]
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && options.length > 0) setChosenIndex((activeIndex + step + options.length) % options.length)
    else if (event.key === 'Enter' && active) onChoose(active.view)
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        role="combobox"
        aria-label={t.views.find}
        placeholder={t.views.find}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={options.length > 0 ? idOf(activeIndex) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setChosenIndex(0)
          setText(event.target.value)
        }}
        onKeyDown={handleKey}
        className={fieldClass}
      />
      <p role="status" className="px-2 pt-2 text-text-2 empty:hidden">
        {options.length === 0 ? t.views.none : ''}
      </p>
      <div
        id={listId}
        role="listbox"
        aria-label={t.views.title}
        className="thin-scroll -mx-2 max-h-list overflow-auto pt-1"
      >
        {groups.map((group, at) => (
          <OptionGroup
            key={group.caption}
            {...group}
            firstIndex={groups.slice(0, at).reduce((sum, { options: before }) => sum + before.length, 0)}
            activeIndex={activeIndex}
            idOf={idOf}
            onChoose={({ view }) => onChoose(view)}
          />
        ))}
      </div>
    </>
  )
}
