'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { recordQueries } from '@/lib/api/queries/record'
import type { RecordAnswer } from '@/lib/customers/model/record'
import type { Reveal } from '@/lib/customers/model/reveal-schema'

type Shown = { accountId: string; customerId: string; reveals: readonly Reveal[] }

const Context = createContext<Shown>({ accountId: '', customerId: '', reveals: [] })

/** Whose record is shown, and which of its masked fields are revealed. */
export const useReveals = () => useContext(Context)

/** As long as a reveal lasts: a clock of the browser that is wrong makes it no longer. */
const longestMs = 5 * 60_000

type Props = { accountId: string; customerId: string; record: RecordAnswer | undefined; children: ReactNode }

/**
 * Forgets the record as soon as the first reveal in it ends: the browser keeps no value longer than it is shown, also
 * where the masked one cannot be read at that moment.
 */
export function RevealsProvider({ accountId, customerId, record, children }: Props) {
  const client = useQueryClient()
  const reveals = record?.reveals ?? []
  const first = Math.min(...reveals.map(({ until }) => Date.parse(until)))

  useEffect(() => {
    if (!Number.isFinite(first)) return
    const { queryKey } = recordQueries.customer(accountId, customerId)
    const waitMs = Math.min(Math.max(0, first - Date.now()), longestMs)
    const timer = setTimeout(() => void client.resetQueries({ queryKey }), waitMs)
    return () => clearTimeout(timer)
  }, [client, accountId, customerId, first])

  return <Context value={{ accountId, customerId, reveals }}>{children}</Context>
}
