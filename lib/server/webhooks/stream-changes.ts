import 'server-only'
import { changeKey } from '@/lib/customers/changes/change-key'
import { type AccountAccess, requirePermission } from '@/lib/server/auth/account-access'
import { env } from '@/lib/server/env'
import { ApiFailure } from '@/lib/server/http/api-failure'
import { StreamedAnswer } from '@/lib/server/http/streamed-answer'
import { processSingleton } from '@/lib/server/process-singleton'
import { changeHub } from '@/lib/server/webhooks/change-hub'

/** So often something is sent, so that nothing on the way takes the connection for a dead one. */
const beatMs = 15_000
/** After this time the browser connects again, and its session is checked again. */
const maxStreamMs = 4 * 60_000
/** More changes than anybody can see wait for a reader who does not read: the rest is left out. */
const maxWaiting = 1_000

const stopping = () =>
  processSingleton('the end of change streams', () => {
    const controller = new AbortController()
    process.once('SIGTERM', () => controller.abort())
    return controller.signal
  })

async function* events(account: string, gone: AbortSignal): AsyncGenerator<string> {
  const changed = new Set<string>()
  let wake = () => {}
  const stop = changeHub().subscribe(account, (customerId) => {
    if (changed.size < maxWaiting) changed.add(customerId)
    wake()
  })
  const ends = [stopping(), gone]
  const isOver = () => ends.some(({ aborted }) => aborted)
  const onEnd = () => wake()
  for (const end of ends) end.addEventListener('abort', onEnd)
  try {
    yield 'retry: 5000\n\n'
    const endsAt = Date.now() + maxStreamMs
    while (Date.now() < endsAt && !isOver()) {
      if (changed.size === 0)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, beatMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      const keys = await Promise.all([...changed].map((customerId) => changeKey(account, customerId)))
      changed.clear()
      yield keys.length === 0 ? ':\n\n' : keys.map((key) => `data: ${key}\n\n`).join('')
    }
  } finally {
    for (const end of ends) end.removeEventListener('abort', onEnd)
    stop()
  }
}

/**
 * Tells which customers of an account change, as server-sent events (HTML, section 9.2), for some minutes. A customer is named
 * by a hash, so that no data of a customer leaves here. Throws `not_found` where the account reports no changes.
 */
export async function streamChanges({ viewer, account }: AccountAccess): Promise<StreamedAnswer> {
  requirePermission(viewer, 'customers:read')
  if (!env().webhooks.secrets.has(account.id))
    throw new ApiFailure({ code: 'not_found', message: 'This account reports no changes.' })
  // Compression would hold small chunks back.
  const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store, no-transform' }
  const gone = new AbortController()
  return new StreamedAnswer(headers, events(account.id, gone.signal), () => gone.abort())
}
