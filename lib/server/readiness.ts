import 'server-only'
import { isMigrated } from '@/lib/server/database/open'
import { env } from '@/lib/server/env'
import { dintero } from '@/lib/server/upstream/client'

const keptMs = 5_000
let last: { at: number; answer: Promise<boolean> } | undefined

async function ask(): Promise<boolean> {
  const tokens = [...env().accounts.values()].map((account) => dintero().isReady(account))
  return (await Promise.all([isMigrated(), ...tokens])).every(Boolean)
}

/**
 * Whether an upstream token can be had for every account, and the database answers with its tables. Kept 5 s, so that
 * nobody can make us hammer either.
 */
export function isReady(now = Date.now()): Promise<boolean> {
  if (!last || now - last.at >= keptMs) last = { at: now, answer: ask() }
  return last.answer
}
