'use client'

import { useEffect, useState } from 'react'
import type { CustomerUrl } from '@/components/customers/use-customer-url'

type GoTo = (() => void) | null

type RecordNeighboursOptions = {
  ids: readonly string[]
  /** The index of the open record; -1 where it is not on this page. */
  index: number
  isStale: boolean
  url: CustomerUrl
  /** The pages beside this one. */
  pages: { previous: GoTo; next: GoTo } | undefined
}

/**
 * The functions that open the records beside the open one. At the edge of the page they turn the page, and the nearest
 * record of the other page opens once its rows are there.
 */
export function useRecordNeighbours({ ids, index, isStale, url, pages }: RecordNeighboursOptions) {
  const { params, openRecord } = url
  const isOpen = params.record !== null
  const [turn, setTurn] = useState<{ from: readonly string[]; step: 1 | -1 } | null>(null)
  const arrivedAt = turn && turn.from !== ids && !isStale ? ids.at(turn.step === 1 ? 0 : -1) : undefined
  useEffect(() => {
    if (arrivedAt === undefined) return
    setTurn(null)
    if (isOpen) openRecord(arrivedAt, { history: 'replace' })
  }, [arrivedAt, isOpen, openRecord])

  const getNeighbour = (step: 1 | -1, turnPage: GoTo = null): GoTo => {
    if (index === -1) return null
    const id = ids[index + step]
    if (id !== undefined) return () => openRecord(id)
    return (
      turnPage &&
      (() => {
        setTurn({ from: ids, step })
        turnPage()
      })
    )
  }
  return { onPrevious: getNeighbour(-1, pages?.previous), onNext: getNeighbour(1, pages?.next) }
}
