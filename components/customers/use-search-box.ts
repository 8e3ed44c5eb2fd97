'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { customerRequests } from '@/components/customers/customer-requests'
import { addRecent, type Recent } from '@/components/customers/recents'
import type { Asked, CustomerQueryChange } from '@/components/customers/use-customer-query'
import { useIntl } from '@/components/ui/intl'
import { useWritePhone } from '@/components/ui/phone'
import {
  type CustomerFilters,
  longestSearch,
  readCustomerAddress,
  serializeCustomerFilters,
} from '@/lib/customers/customer-query'
import type { Problem } from '@/lib/customers/search-text/problem'
import type { Vocabulary } from '@/lib/customers/search-text/vocabulary'
import { routes } from '@/lib/routes'

/** The grammar with its telephone library (29 kB) comes at the first use of the box, not with the page. */
export const loadGrammar = async () => {
  const [parse, print, complete] = await Promise.all([
    import('@/lib/customers/search-text/parse'),
    import('@/lib/customers/search-text/print'),
    import('@/lib/customers/search-text/complete'),
  ])
  return { ...parse, ...print, ...complete }
}

const typingPauseMs = 300

const asText = ({ only, ...filters }: Asked) => `${serializeCustomerFilters(filters)} ${only ?? ''}`

/** The filter that stands in the box; the others stand in the bar below. */
export function boxed({ search, email, phone_number }: CustomerFilters): 'search' | 'email' | 'phone_number' {
  return search !== null || (email === null && phone_number === null)
    ? 'search'
    : email !== null
      ? 'email'
      : 'phone_number'
}

type How = 'pause' | 'enter' | 'plain'

type SearchBoxOptions = {
  accountId: string
  asked: Asked
  change: CustomerQueryChange
  phoneCountry: string
  typed: string | null
  /** A text that may be a customer's id was asked for: the record itself is wanted. */
  onId: (id: string) => void
}

/**
 * The box and the address, two views of one state. The box is uncontrolled: what is typed before the page is ready stays,
 * no key is lost and the caret never moves. Enter asks at once, a pause asks too; operators go over into the bar at Enter.
 */
export function useSearchBox({ accountId, asked, change, phoneCountry, typed, onId }: SearchBoxOptions) {
  const { zone } = useIntl()
  const writePhone = useWritePhone()
  const router = useRouter()
  const queryClient = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState<Problem[]>([])

  const field = boxed(asked)
  const value = asked[field] ?? ''
  const shown = field === 'phone_number' ? writePhone(value) : value

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const turn = useRef(0)
  const isTypingOn = useRef(false)
  /** What was asked beside the box when typing began: what the box takes back, comes back. */
  const base = useRef<Asked | null>(null)
  const sent = useRef({ text: typed ?? shown, asked: asText(asked) })

  const vocabularyOf = async (text: string): Promise<Vocabulary> => {
    const tags = /tag:/i.test(text)
      ? queryClient.ensureQueryData(customerRequests.tags(accountId)).then(({ tags }) => tags)
      : null
    const attributes = /attr:/i.test(text)
      ? queryClient.ensureQueryData(customerRequests.settings(accountId)).then(({ attributes }) => attributes)
      : null
    const orNone = <T>(asked: Promise<T> | null) => asked?.catch(() => null) ?? null
    return { tags: await orNone(tags), attributes: await orNone(attributes), phoneCountry, zone, now: new Date() }
  }

  const write = (text: string) => {
    if (input.current) input.current.value = text
    sent.current.text = text
  }
  const send = (next: Asked, how: How, record?: string) => {
    if (asText(next) === asText(asked) && record === undefined) return
    sent.current.asked = asText(next)
    void change.filter(
      { ...next, ...(record === undefined ? {} : { record }) },
      { history: isTypingOn.current ? 'replace' : 'push' },
    )
    isTypingOn.current = how === 'pause'
  }

  const ask = async (how: How) => {
    clearTimeout(timer.current)
    const text = input.current?.value ?? ''
    if (text === sent.current.text && how === 'pause') return
    const mine = ++turn.current
    base.current ??= { ...asked, [boxed(asked)]: null }
    const beside = base.current
    const grammar = await loadGrammar().catch(() => null)
    if (how === 'plain' || grammar === null) {
      // Without the grammar a text is a text. Dintero holds telephones without spaces.
      const isNumber = /^\s*\+?[\d\s().-]+$/.test(text)
      const search = (isNumber ? text.replace(/[^\d+]/g, '') : text.trim()).slice(0, longestSearch) || null
      sent.current.text = text
      setProblems([])
      return send({ ...beside, search, email: null, phone_number: null }, how)
    }
    const vocabulary = await vocabularyOf(text)
    if (mine !== turn.current) return
    const read = grammar.parseSearchText(text, vocabulary)
    setProblems(read.problems)
    if (read.problems.length > 0) return
    sent.current.text = text
    const { filters, only, record, account, reading } = read.asked
    if (account !== undefined && account !== accountId) {
      router.push(routes.customers(account, record === undefined ? '' : new URLSearchParams({ record })))
      return
    }
    const next: Asked = { ...beside, ...filters, ...(only === undefined ? {} : { only }) }
    send(next, how, how === 'enter' ? record : undefined)
    if (how !== 'enter') return
    if (reading === 'id' && next.search) onId(next.search)
    if (grammar.hasOperators(text)) {
      const rest = next[boxed(next)] ?? ''
      write(boxed(next) === 'phone_number' ? writePhone(rest) : rest)
    }
    base.current = null
    const printed = grammar.printSearchText(next, next.only, vocabulary)
    if (printed !== '')
      addRecent(accountId, {
        kind: 'search',
        text: printed,
        query: serializeCustomerFilters(next) + (next.only ? '&only=deleted' : ''),
      })
  }
  const askAfterPause = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void ask('pause'), typingPauseMs)
  }

  // The address changed by other means (Back, a chip, a link): the box follows.
  const now = asText(asked)
  useEffect(() => {
    if (now === sent.current.asked) return
    sent.current = { text: shown, asked: now }
    base.current = null
    isTypingOn.current = false
    clearTimeout(timer.current)
    turn.current++
    setProblems([])
    if (input.current) input.current.value = shown
  }, [now, shown])
  const askWhatWasTypedBefore = useEffectEvent(() => {
    if (input.current && (typed !== null || input.current.value !== sent.current.text)) void ask('enter')
  })
  useEffect(() => {
    askWhatWasTypedBefore()
    return () => clearTimeout(timer.current)
  }, [])

  return {
    input,
    initial: typed ?? shown,
    problems,
    vocabularyOf,
    changed: askAfterPause,
    ask: (how: How) => void ask(how),
    /** Puts a text in, as a completion does. */
    put: (text: string, caret: number, how: How | null) => {
      if (!input.current) return
      input.current.value = text
      input.current.focus()
      input.current.setSelectionRange(caret, caret)
      if (how) void ask(how)
      else askAfterPause()
    },
    takeRecent: (recent: Recent) => {
      if (recent.kind === 'record') return void change.open(recent.customerId)
      const { limit, starting_after, by_word, record, at, since_moved, changed_at, ...wanted } = readCustomerAddress(
        new URLSearchParams(recent.query),
      ).query
      void change.filter(wanted)
    },
    /** What is asked beside the box. */
    beside: { ...asked, [field]: null } as Asked,
    left: () => {
      isTypingOn.current = false
    },
  }
}
