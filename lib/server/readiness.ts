import 'server-only'
import { isWritable } from '@/lib/server/database/writable'
import { env } from '@/lib/server/env'
import { dintero } from '@/lib/server/upstream/client'

const cacheMs = 5_000
let last: { at: number; answer: Promise<boolean> } | undefined

async function checkReadiness(): Promise<boolean> {
  const tokens = [...env().accounts.values()].map((account) => dintero().isReady(account))
  return (await Promise.all([isWritable(), ...tokens])).every(Boolean)
}

/**
 * Whether every account can get an upstream token and the database can commit what an answer needs. The answer is cached for 5 seconds, so
 * that public requests cannot overload either.
 */
export function isReady(now = Date.now()): Promise<boolean> {
  if (!last || now - last.at >= cacheMs) last = { at: now, answer: checkReadiness() }
  return last.answer
}
