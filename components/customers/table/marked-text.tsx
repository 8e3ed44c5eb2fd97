import { visibleText } from '@/components/ui/text'

type MarkedTextProps = { text: string; match: { start: number; length: number } | null }

/** Untrusted text with the searched part marked. Its cell isolates its direction (`unicode-bidi`). */
export function MarkedText({ text, match }: MarkedTextProps) {
  if (!match) return visibleText(text)
  const end = match.start + match.length
  return (
    <>
      {visibleText(text.slice(0, match.start))}
      <mark>{visibleText(text.slice(match.start, end))}</mark>
      {visibleText(text.slice(end))}
    </>
  )
}
