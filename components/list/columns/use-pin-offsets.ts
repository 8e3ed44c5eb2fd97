'use client'

import { type RefObject, useEffect, useState } from 'react'
import type { PinOffsets } from '@/components/list/list-row'

const none: PinOffsets = {}

/**
 * How far from the edge each pinned column stays, as the browser has laid the columns out: on a wide screen they are wider than
 * their sizes. None in the first HTML, and none for one column alone. They are measured again for other `columns`.
 */
export function usePinOffsets(head: RefObject<HTMLElement | null>, columns: readonly unknown[]): PinOffsets {
  const [offsets, setOffsets] = useState(none)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cells are those of the columns
  useEffect(() => {
    const cells = [...(head.current?.querySelectorAll<HTMLElement>('[data-pinned]') ?? [])]
    if (cells.length < 2) return setOffsets(none)
    const observer = new ResizeObserver(() => {
      let offset = 0
      const all = cells.map(({ dataset, offsetWidth }) => {
        const left = offset
        offset += offsetWidth
        return [dataset.column, left] as const
      })
      setOffsets(Object.fromEntries(all.slice(1)))
    })
    for (const cell of cells) observer.observe(cell)
    return () => observer.disconnect()
  }, [head, columns])
  return offsets
}
