import 'server-only'
import { dintero } from '@/lib/server/dintero/client'
import { env } from '@/lib/server/env'

const keptMs = 5_000
let last: { at: number; answer: Promise<boolean> } | undefined

/** Whether an upstream token can be had for every account. Kept 5 s, so that nobody can make us hammer Dintero. */
export function isReady(now = Date.now()): Promise<boolean> {
  if (!last || now - last.at >= keptMs) {
    const accounts = [...env().accounts.values()]
    last = {
      at: now,
      answer: Promise.all(accounts.map((account) => dintero().isReady(account))).then((all) => all.every(Boolean)),
    }
  }
  return last.answer
}
