'use client'

import { type ComponentType, lazy, use } from 'react'
import { useIntl } from '@/components/ui/intl'

const preloads: (() => Promise<unknown>)[] = []

/**
 * Registers a dynamic import to be preloaded once the page is idle, and returns it. An open tab then needs no code from
 * the server any more, so that neither a lost network nor a new version on the server breaks a menu or a drawer.
 */
export function preloadWhenIdle<T>(load: () => Promise<T>): () => Promise<T> {
  preloads.push(load)
  return load
}

/**
 * A lazy component that is also preloaded when the page is idle; `choose` picks it from its module. When its code cannot
 * be loaded, a message stands in its place and the rest of the page stays.
 */
export function lazyComponent<M, P>(load: () => Promise<M>, choose: (module: M) => ComponentType<P>) {
  preloadWhenIdle(load)
  return lazy<ComponentType<P>>(() =>
    load().then(
      (module) => ({ default: choose(module) }),
      () => ({ default: MissingComponent }),
    ),
  )
}

/**
 * Returns a function that reads a lazy module while rendering, as `use` reads a promise; null where its code cannot be
 * loaded. The module is also preloaded when the page is idle.
 */
export function lazyModule<M>(load: () => Promise<M>): () => M | null {
  preloadWhenIdle(load)
  let loading: Promise<M | null> | undefined
  return () => {
    loading ??= load().catch(() => null)
    return use(loading)
  }
}

/** Stands in place of a component whose code did not load: the network is down, or the server has a newer version. */
function MissingComponent() {
  const { t } = useIntl()
  return (
    <p role="alert" className="p-3">
      {t.errors.missingPart}{' '}
      {/* biome-ignore lint/a11y/useValidAnchor: an empty href is the current URL at the time of the click */}
      <a className="text-accent-text underline" href="">
        {t.errors.reload}
      </a>
    </p>
  )
}

/** Leaves time for the first rows, the total, and the first thing that the person does. */
const idleAfterMs = 2_000
/** Between two preloads, so that input is handled in between. */
const gapMs = 30

/** Preloads everything that is registered, one after another, once the page is idle. */
export function startPreloading(): void {
  const loadNext = async () => {
    const load = preloads.shift()
    // Browser tests wait for this attribute: from here on the page fetches no more code.
    if (!load) document.documentElement.dataset.whole = ''
    else {
      await load().catch(() => {})
      setTimeout(loadNext, gapMs)
    }
  }
  setTimeout(loadNext, idleAfterMs)
}
