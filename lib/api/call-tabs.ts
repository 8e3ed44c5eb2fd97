import { z } from 'zod/mini'
import { safeCallbackPath } from '@/lib/api/safe-callback-path'

/**
 * A call that a telephone opens in a new tab goes to a tab that is open already, where the person has chosen so. The new tab
 * calls, each free tab answers when it was used last, and the one used last is told to show the customer.
 */

const channelName = 'customer-desk-calls'
/** Tabs answer within milliseconds, on a busy machine later; one that the browser has put to sleep does not answer at all. */
const answerMs = 1_000
/** After the first answer, the others come at once. */
const othersMs = 50

const id = z.string().check(z.maxLength(36))
const messageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('call'), call: id }),
  z.strictObject({ kind: z.literal('free'), call: id, tab: id, usedAt: z.number() }),
  z.strictObject({ kind: z.literal('show'), call: id, tab: id, href: z.string() }),
])
type Message = z.infer<typeof messageSchema>

/** Calls back with the messages of other tabs; one that another version sends and this one does not know is left out. */
function listen(channel: BroadcastChannel, onMessage: (message: Message) => void): void {
  channel.addEventListener('message', ({ data }) => {
    const { data: message } = messageSchema.safeParse(data)
    if (message) onMessage(message)
  })
}

const send = (channel: BroadcastChannel, message: Message) => channel.postMessage(message)

/** Hands a path of ours to the tab that was used last. False where no other tab is free. */
export async function handOver(href: string): Promise<boolean> {
  const channel = new BroadcastChannel(channelName)
  const call = crypto.randomUUID()
  const free: { tab: string; usedAt: number }[] = []
  await new Promise((resolve) => {
    listen(channel, (message) => {
      if (message.kind !== 'free' || message.call !== call) return
      free.push(message)
      setTimeout(resolve, othersMs)
    })
    setTimeout(resolve, answerMs)
    send(channel, { kind: 'call', call })
  })
  const [latest] = free.sort((a, b) => b.usedAt - a.usedAt)
  if (latest) send(channel, { kind: 'show', call, tab: latest.tab, href })
  channel.close()
  return latest !== undefined
}

/** A tab with a text that is written and not sent yet keeps what it shows. */
const isFree = () => [...document.querySelectorAll('textarea')].every(({ value }) => value.trim() === '')

/** Lets calls of other tabs be shown in this one. */
export function watchCalls(): void {
  const channel = new BroadcastChannel(channelName)
  const tab = crypto.randomUUID()
  let usedAt = document.hidden ? 0 : Date.now()
  const noteUse = () => {
    usedAt = Date.now()
  }
  window.addEventListener('focus', noteUse)
  window.addEventListener('blur', noteUse)
  listen(channel, (message) => {
    if (message.kind === 'call' && isFree()) send(channel, { kind: 'free', call: message.call, tab, usedAt })
    if (message.kind !== 'show' || message.tab !== tab) return
    const path = safeCallbackPath(message.href)
    if (path !== '/' && isFree()) location.assign(path)
  })
}
