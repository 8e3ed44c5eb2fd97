'use client'

import { useState } from 'react'
import type { Failure } from '@/components/ui/failure-text'

/** What fails, since when (milliseconds since 1970), and how often it was tried. */
export type Trouble<E = Failure & { request_id: string }> = { error: E; since: number; tries: number }

type Asked<E> = { error: E | null; isSuccess: boolean; errorUpdatedAt: number }

/**
 * The trouble of a query, from its first failure until it succeeds: a query forgets its failure while it is tried again,
 * and another search does not end what keeps all of them from being answered.
 */
export function useTrouble<E extends Failure & { request_id: string }>(asked: Asked<E>): Trouble<E> | null {
  const { error, isSuccess, errorUpdatedAt } = asked
  const [trouble, setTrouble] = useState<Trouble<E> | null>(null)
  if (error && error !== trouble?.error) {
    const before = trouble && trouble.error.code === error.code ? trouble : { since: errorUpdatedAt, tries: 0 }
    setTrouble({ error, since: before.since, tries: before.tries + 1 })
  } else if (isSuccess && trouble) setTrouble(null)
  return isSuccess ? null : trouble
}
