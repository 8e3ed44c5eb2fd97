import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useResumableTask } from '@/components/customers/scan/use-resumable-task'

afterEach(cleanup)

type Step = { resolve: () => void; reject: (error: unknown) => void }

/** A task that counts to three. Each step waits until the test resolves or rejects it. */
function setUp() {
  const steps: Step[] = []
  const count = async function* (from: number) {
    for (let number = from + 1; number <= 3; number++) {
      await new Promise<void>((resolve, reject) => void steps.push({ resolve, reject }))
      yield number
    }
  }
  const hook = renderHook(() => useResumableTask(0, count))
  return { hook, steps, release: () => act(async () => steps.at(-1)?.resolve()) }
}

it('shows the progress after each step, and ends', async () => {
  const { hook, release } = setUp()
  await act(async () => hook.result.current.resume())
  expect(hook.result.current).toMatchObject({ progress: 0, isRunning: true })
  await release()
  expect(hook.result.current.progress).toBe(1)
  await release()
  await release()
  expect(hook.result.current).toMatchObject({ progress: 3, isRunning: false, error: null })
})

it('ignores the step that was running when it was stopped, and resumes with it', async () => {
  const { hook, release } = setUp()
  await act(async () => hook.result.current.resume())
  await release()
  act(() => hook.result.current.stop())
  await release()
  expect(hook.result.current).toMatchObject({ progress: 1, isRunning: false })
  await act(async () => hook.result.current.resume())
  await release()
  expect(hook.result.current).toMatchObject({ progress: 2, isRunning: true })
})

it('stops at an error, and repeats the step that failed', async () => {
  const { hook, steps, release } = setUp()
  const error = { code: 'upstream_unavailable', message: '', request_id: '' }
  await act(async () => hook.result.current.resume())
  await act(async () => steps[0]?.reject(error))
  expect(hook.result.current).toMatchObject({ progress: 0, isRunning: false, error })
  await act(async () => hook.result.current.resume())
  expect(hook.result.current.error).toBeNull()
  await release()
  expect(hook.result.current.progress).toBe(1)
})
