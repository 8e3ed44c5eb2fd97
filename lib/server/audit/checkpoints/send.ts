import 'server-only'
import { describeThrown } from '@/lib/server/thrown'

const timeoutMs = 5_000

/** Posts a checkpoint to a place that this system cannot change. Returns why it was not taken, or null. */
export async function sendCheckpoint(url: string, jws: string): Promise<string | null> {
  try {
    const { ok, status } = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/jose' },
      body: jws,
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return ok ? null : `status ${status}`
  } catch (error) {
    const { error: name, error_code } = describeThrown(error)
    return error_code ?? name
  }
}
