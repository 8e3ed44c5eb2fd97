import { Fragment } from 'react'
import { visibleText } from '@/components/ui/text'

type Mark = { start: number; length: number }

/** Untrusted text with the searched parts marked, in their order. Its cell isolates its direction (`unicode-bidi`). */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const endOf = (mark: Mark | undefined) => (mark ? mark.start + mark.length : 0)
  return (
    <>
      {marks.map((mark, index) => (
        <Fragment key={mark.start}>
          {visibleText(text.slice(endOf(marks[index - 1]), mark.start))}
          <mark>{visibleText(text.slice(mark.start, endOf(mark)))}</mark>
        </Fragment>
      ))}
      {visibleText(text.slice(endOf(marks.at(-1))))}
    </>
  )
}
