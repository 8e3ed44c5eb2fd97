'use client'

import { useEffect, useState } from 'react'
import type { ApiError } from '@/lib/api/errors'

/** Runs on from a progress, and yields the progress after each step. */
type Steps<Progress> = (from: Progress, signal: AbortSignal) => AsyncGenerator<Progress>

/**
 * A task of many requests that can be stopped and resumed. An error stops it too; resuming repeats the step that failed.
 * It is stopped when the component is removed.
 */
export function useResumableTask<Progress>(initial: Progress, steps: Steps<Progress>) {
  const [progress, setProgress] = useState(initial)
  const [error, setError] = useState<ApiError | null>(null)
  const [running, setRunning] = useState<AbortController | null>(null)
  useEffect(() => () => running?.abort(), [running])

  /** Stops what is running, and continues from this progress when it is started again. */
  const reset = (to: Progress) => {
    running?.abort()
    setRunning(null)
    setError(null)
    setProgress(to)
  }
  const start = async (from: Progress) => {
    reset(from)
    const controller = new AbortController()
    const { signal } = controller
    setRunning(controller)
    try {
      for await (const next of steps(from, signal)) {
        if (signal.aborted) return
        setProgress(next)
      }
    } catch (thrown) {
      // Requests of ours throw an ApiError, except when they are cancelled.
      if (!signal.aborted) setError(thrown as ApiError)
    }
    if (!signal.aborted) setRunning(null)
  }
  return {
    progress,
    error,
    isRunning: running !== null,
    reset,
    start: (from: Progress) => void start(from),
    resume: () => void start(progress),
    stop: () => {
      running?.abort()
      setRunning(null)
    },
  }
}
