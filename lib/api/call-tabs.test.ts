import { afterEach, expect, it, vi } from 'vitest'
import { handOver, watchCalls } from '@/lib/api/call-tabs'

/** Several tabs in one process: each watcher has a channel of its own, and the page that they stand for is this object. */

const channels: BroadcastChannel[] = []
const RealChannel = globalThis.BroadcastChannel
vi.stubGlobal(
  'BroadcastChannel',
  class extends RealChannel {
    constructor(name: string) {
      super(name)
      channels.push(this)
    }
  },
)

const textareas: { value: string }[] = []
const assign = vi.fn()
const listeners: (() => void)[] = []
vi.stubGlobal('document', { hidden: true, querySelectorAll: () => textareas })
vi.stubGlobal('location', { assign })
vi.stubGlobal('window', { addEventListener: (_: string, listener: () => void) => listeners.push(listener) })

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close()
  textareas.length = 0
  listeners.length = 0
  assign.mockClear()
})

const path = '/T12345678/customers?phone_number=%2B4742140318&type=any&open=sole'

it('is for nobody where no tab is open', async () => {
  expect(await handOver(path)).toBe(false)
})

it('goes to one tab alone, the one that was used last', async () => {
  watchCalls()
  watchCalls()
  // The second tab gets the focus.
  listeners[2]?.()
  expect(await handOver(path)).toBe(true)
  await vi.waitFor(() => expect(assign.mock.calls).toEqual([[path]]))
})

it('leaves a tab alone in which something is being written', async () => {
  watchCalls()
  textareas.push({ value: 'Calls back on Monday' })
  expect(await handOver(path)).toBe(false)
  textareas.splice(0, 1, { value: ' ' })
  expect(await handOver(path)).toBe(true)
})

it.each(['https://evil.example/', '//evil.example', 'javascript:alert(1)', '/sign-in?callbackUrl=/', ''])(
  'opens no address that is no page of ours: %j',
  async (href) => {
    watchCalls()
    expect(await handOver(href)).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(assign).not.toHaveBeenCalled()
  },
)

it('overhears what it does not know', async () => {
  watchCalls()
  const other = new BroadcastChannel('customer-desk-calls')
  for (const message of [
    null,
    'call',
    { kind: 'show', tab: 1 },
    { kind: 'later', call: 'x' },
    { kind: 'show', call: 'x', tab: 'x', href: path },
  ])
    other.postMessage(message)
  expect(await handOver(path)).toBe(true)
  await vi.waitFor(() => expect(assign).toHaveBeenCalledTimes(1))
})
