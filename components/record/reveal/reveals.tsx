'use client'

import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect } from 'react'
import { recordQueries } from '@/lib/api/queries/record'
import type { RecordAnswer } from '@/lib/customers/model/record'
import type { Reveal } from '@/lib/customers/model/reveal-schema'

type Shown = { accountId: string; customerId: string; reveals: readonly Reveal[] }

const Context = createContext<Shown>({ accountId: '', customerId: '', reveals: [] })

/** Returns the customer of the record and the fields of it that are revealed. */
export const useReveals = () => useContext(Context)

/** The length of a reveal; a wrong clock in the browser must not extend it. */
const longestMs = 5 * 60_000

type Props = { accountId: string; customerId: string; record: RecordAnswer | undefined; children: ReactNode }

/**
 * Removes the record from the cache when the first reveal in it ends. The browser then holds no revealed value any more,
 * even when the masked record cannot be fetched at that moment.
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
