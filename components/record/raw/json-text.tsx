'use client'

import { ChevronDown, ChevronRight, Search } from 'lucide'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import styles from '@/components/record/raw/json-text.module.css'
import { Button, toolClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { jsonLines } from '@/lib/customers/format/json-lines'
import { fill } from '@/lib/messages/messages'

/** The number of lines that are rendered before a person asks for all. */
const firstLines = 500

/** A line of text with the first match of the search marked. */
function Marked({ text, search }: { text: string; search: string }) {
  const at = search === '' ? -1 : text.toLowerCase().indexOf(search.toLowerCase())
  if (at === -1) return <Text>{text}</Text>
  const end = at + search.length
  return (
    <>
      <Text>{text.slice(0, at)}</Text>
      <mark>
        <Text>{text.slice(at, end)}</Text>
      </mark>
      <Text>{text.slice(end)}</Text>
    </>
  )
}

/** A JSON text line by line, with search and folding. The text itself is not changed: numbers keep their digits. */
export function JsonText({ text }: { text: string }) {
  const { t, locale } = useIntl()
  const lines = useMemo(() => jsonLines(text), [text])
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set())
  const [search, setSearch] = useState('')
  const [step, setStep] = useState(0)
  const [isWhole, setIsWhole] = useState(false)
  const list = useRef<HTMLOListElement>(null)

  const needle = search.trim().toLowerCase()
  const found = needle === '' ? [] : lines.flatMap((line, at) => (line.text.toLowerCase().includes(needle) ? [at] : []))
  const current = found.length === 0 ? undefined : found[step % found.length]
  const hidden = new Set<number>()
  for (const at of folded) for (let inner = at + 1; inner <= (lines[at]?.closes ?? at); inner++) hidden.add(inner)
  const shown = isWhole ? lines.length : Math.min(lines.length, firstLines)

  const toggle = (at: number) => {
    const next = new Set(folded)
    if (!next.delete(at)) next.add(at)
    setFolded(next)
  }
  const go = (to: number) => {
    const line = found[to % found.length]
    if (line === undefined) return
    setStep(to % found.length)
    setFolded(new Set([...folded].filter((at) => line <= at || line > (lines[at]?.closes ?? at))))
    if (line >= shown) setIsWhole(true)
    requestAnimationFrame(() => list.current?.children[line]?.scrollIntoView({ block: 'nearest' }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || found.length === 0) return
    event.preventDefault()
    go(step + (event.shiftKey ? found.length - 1 : 1))
  }
  return (
    <>
      <label className={styles.find}>
        <Icon of={Search} size={12} className="text-text-3" />
        <input
          type="text"
          value={search}
          placeholder={t.record.rawFind}
          aria-label={t.record.rawFind}
          onChange={({ target }) => {
            setSearch(target.value)
            setStep(0)
          }}
          onKeyDown={onKeyDown}
        />
        <span role="status" className={styles.found}>
          {needle !== '' &&
            (found.length === 0
              ? t.record.rawNone
              : fill(t.record.rawFound, { at: (step % found.length) + 1, count: found.length.toLocaleString(locale) }))}
        </span>
      </label>
      <ol ref={list} translate="no" className={styles.lines}>
        {lines.slice(0, shown).map(({ depth, text: line, closes }, at) => {
          const isFolded = folded.has(at)
          const label = fill(isFolded ? t.record.rawUnfold : t.record.rawFold, { line: at + 1 })
          return (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the identity of a line
              key={at}
              hidden={hidden.has(at)}
              data-current={at === current || undefined}
            >
              <span className={styles.number}>{at + 1}</span>
              {closes === undefined ? (
                <span className={styles.fold} />
              ) : (
                <button
                  type="button"
                  className={`${toolClass} ${styles.fold}`}
                  aria-expanded={!isFolded}
                  aria-label={label}
                  onClick={() => toggle(at)}
                >
                  {isFolded ? <Icon of={ChevronRight} size={12} /> : <Icon of={ChevronDown} size={12} />}
                </button>
              )}
              <code className={styles.code}>
                <span>{'  '.repeat(Math.min(depth, 20))}</span>
                <Marked text={line} search={needle} />
                {isFolded && <span>{` … ${lines[closes ?? at]?.text ?? ''}`}</span>}
              </code>
            </li>
          )
        })}
      </ol>
      {shown < lines.length && (
        <Button size="small" className="mt-1 print:hidden" onClick={() => setIsWhole(true)}>
          {fill(t.record.rawAll, { count: lines.length.toLocaleString(locale) })}
        </Button>
      )}
    </>
  )
}
