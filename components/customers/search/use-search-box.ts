'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import { serializeListFilters } from '@/components/customers/next-search-params'
import { searchFieldOf } from '@/components/customers/search/search-field'
import type { How, SearchBoxOptions, Session } from '@/components/customers/search/search-session'
import { useIntl } from '@/components/ui/intl'
import { preloadWhenIdle } from '@/components/ui/lazy-component'
import { useWritePhone } from '@/components/ui/phone'
import type { ListFilters } from '@/lib/customers/filters/customer-query'
import { maxSearchLength } from '@/lib/customers/filters/search'
import type { Problem } from '@/lib/customers/search-text/problem'

/** The grammar with its telephone library (29 kB) comes at the first use of the box, not with the page. */
export const loadAsk = preloadWhenIdle(() => import('@/components/customers/search/ask-text'))

const typingPauseMs = 300
const noProblems: Problem[] = []

/**
 * The box and the address, two views of one state. The box is uncontrolled: what is typed before the page is ready stays,
 * no key is lost and the caret never moves. Enter asks at once, a pause asks too; operators go over into the bar at Enter.
 */
export function useSearchBox({ typed, ...options }: SearchBoxOptions & { typed: string | null }) {
  const { accountId, url } = options
  const { filters } = url
  const { zone } = useIntl()
  const writePhone = useWritePhone()
  const router = useRouter()
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState(noProblems)
  const [isAsked, setIsAsked] = useState(false)

  const field = searchFieldOf(filters)
  const value = filters[field] ?? ''
  const shown = field === 'phone_number' ? writePhone(value) : value
  const now = serializeListFilters(filters)

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const session = useRef<Session>({ text: typed ?? shown, asked: now, beside: null, isTypingOn: false, turn: 0 })

  const tellProblems = (found: Problem[]) => setProblems(found.length === 0 ? noProblems : found)
  const context = { ...options, input, queryClient, zone, writePhone, goTo: router.push, setProblems: tellProblems }
  const ask = async (how: How) => {
    clearTimeout(timer.current)
    // What is told of the question can wait until the rows have turned pale.
    startTransition(() => setIsAsked(how !== 'pause'))
    const asking = await loadAsk().catch(() => null)
    if (asking) return asking.askText(how, { ...context, session: session.current })
    // Without the grammar a text is a text.
    const text = input.current?.value.trim().slice(0, maxSearchLength)
    url.setFilters({ search: text || null, email: null, phone_number: null })
  }
  const askAfterPause = () => {
    clearTimeout(timer.current)
    setIsAsked(false)
    timer.current = setTimeout(() => void ask('pause'), typingPauseMs)
  }

  // The address changed by other means (Back, a chip, a link): the box follows. What is being typed stays, where all
  // that changed is what is asked beside it.
  const followed = useRef(shown)
  useEffect(() => {
    const { current } = session
    const isTyped = followed.current === shown && input.current !== null && input.current.value !== current.text
    followed.current = shown
    if (now === current.asked) return
    Object.assign(current, { asked: now, beside: null, isTypingOn: false })
    if (isTyped) return
    current.text = shown
    current.turn++
    clearTimeout(timer.current)
    setProblems(noProblems)
    if (input.current) input.current.value = shown
  }, [now, shown])
  const askWhatWasTypedBefore = useEffectEvent(() => {
    if (typed !== null || input.current?.value !== session.current.text) void ask('pause')
  })
  useEffect(() => {
    askWhatWasTypedBefore()
    return () => clearTimeout(timer.current)
  }, [])

  return {
    input,
    initial: typed ?? shown,
    problems,
    /** Enter has asked what stands there, and nothing was typed since. */
    isAsked,
    /** What is asked beside the box. */
    beside: { ...filters, [field]: null } as ListFilters,
    changed: askAfterPause,
    ask: (how: How) => void ask(how),
    vocabularyOf: async (text: string) =>
      (await loadAsk()).vocabularyOf(text, { queryClient, accountId, zone, phoneCountry: options.phoneCountry }),
    /** Puts a text in, as a completion does; asks it at once where it is whole. */
    put: (text: string, caret: number, isWhole: boolean) => {
      if (!input.current) return
      input.current.value = text
      input.current.focus()
      input.current.setSelectionRange(caret, caret)
      if (isWhole) void ask('enter')
      else askAfterPause()
    },
    url,
    left: () => {
      session.current.isTypingOn = false
    },
  }
}
