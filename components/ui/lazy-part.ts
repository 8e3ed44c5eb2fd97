import { type ComponentType, lazy } from 'react'
import { MissingPart } from '@/components/ui/missing-part'

const parts: (() => Promise<unknown>)[] = []

/**
 * Code that comes at its first use, or ahead of it once the page is at rest: a network that goes away, or a new version
 * on the server, then takes nothing from a tab that is open.
 */
export function loadAtRest<T>(load: () => Promise<T>): () => Promise<T> {
  parts.push(load)
  return load
}

/** A component whose code comes at its first use, or once the page is at rest; `choose` takes it out of its module. Where it does not come, all else stays. */
export function lazyPart<M, P>(load: () => Promise<M>, choose: (module: M) => ComponentType<P>) {
  loadAtRest(load)
  return lazy<ComponentType<P>>(() =>
    load().then(
      (module) => ({ default: choose(module) }),
      () => ({ default: MissingPart }),
    ),
  )
}

/** Long enough for the first rows, the total and what the person does at once. */
const restMs = 2_000
/** Between two parts, for whatever the person does meanwhile. */
const gapMs = 30

/** Loads all parts, one after another, once the page is at rest. */
export function loadPartsAtRest(): void {
  const loadNext = async () => {
    const load = parts.shift()
    // With the last one the page needs nothing more of the server but answers; tests wait for that.
    if (!load) document.documentElement.dataset.whole = ''
    else {
      await load().catch(() => {})
      setTimeout(loadNext, gapMs)
    }
  }
  setTimeout(loadNext, restMs)
}
