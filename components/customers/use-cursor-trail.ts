'use client'

import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { PageCursor } from '@/components/customers/next-search-params'

/**
 * The way back. Dintero pages only forward, so the places of the pages seen are kept in this tab (they are ids and
 * instants), one trail for each query: Previous works after a reload as well. With a place stands who was seen before it
 * at its very instant, for lists of changes, whose pages repeat their seam (contract).
 */
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

type Step = { place: PageCursor; seam: string[] }

const isStep = (step: unknown): step is Step =>
  typeof step === 'object' && step !== null && 'place' in step && 'seam' in step && Array.isArray(step.seam)

function stepsOf(text: string | null): Record<string, Step> {
  try {
    const steps: unknown = JSON.parse(text ?? '{}')
    if (typeof steps !== 'object' || steps === null) return {}
    return Object.fromEntries(Object.entries(steps).filter((entry): entry is [string, Step] => isStep(entry[1])))
  } catch {
    return {}
  }
}

function keep(key: string, at: number, step: Step): void {
  sessionStorage.setItem(key, JSON.stringify({ ...stepsOf(sessionStorage.getItem(key)), [at]: step }))
  for (const listener of listeners) listener()
}

const isSame = (a: PageCursor, b: PageCursor) =>
  a.starting_after === b.starting_after && a.by_word === b.by_word && a.since_moved === b.since_moved

/**
 * `asked` is the canonical text of what is asked, without a place. Gives how to go to the page before (null on the first
 * page, and where this tab does not know the way), who stands on this page only for its seam, and how to remember the
 * seam of the next.
 */
export function useCursorTrail(accountId: string, asked: string, place: PageCursor, at: number) {
  const key = `trail ${accountId} ${asked}`
  const stored = useSyncExternalStore(
    subscribe,
    useCallback(() => sessionStorage.getItem(key), [key]),
    () => null,
  )
  const isFirst = place.starting_after === null && place.since_moved === null
  const steps = useMemo(() => stepsOf(stored), [stored])
  const here = steps[at]
  const isKnown = here !== undefined && isSame(here.place, place)

  useEffect(() => {
    if (isFirst || at < 2 || isKnown) return
    // The first render after a reload has not read the storage yet.
    const kept = stepsOf(sessionStorage.getItem(key))[at]
    if (!kept || !isSame(kept.place, place)) keep(key, at, { place, seam: [] })
  })

  const before = steps[at - 1]?.place
  const previous =
    isFirst || at < 2 ? null : at === 2 ? { place: {}, at: 1 } : before ? { place: before, at: at - 1 } : null
  const seam = useMemo(() => new Set(isKnown && !isFirst ? here.seam : []), [isKnown, isFirst, here])
  return {
    isFirst,
    previous,
    seam,
    remember: (nextAt: number, next: PageCursor, seam: string[]) => keep(key, nextAt, { place: next, seam }),
  }
}
