let isAsking = false
const listeners = new Set<() => void>()

/**
 * Whether something else is asked for than the rows on the screen. It is told by itself, ahead of all that follows from a
 * question (address, chips, box, table): the rows turn pale with the next frame, also on a slow machine.
 */
export const asking = {
  isSet: () => isAsking,
  set: (value: boolean) => {
    isAsking = value
    for (const tell of listeners) tell()
  },
  subscribe: (tell: () => void) => {
    listeners.add(tell)
    return () => void listeners.delete(tell)
  },
}

/** No frame is drawn for a window that is out of sight. */
const mostMs = 100

/** Goes on once the next frame is drawn. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, mostMs)
  })
}
