import 'server-only'
import type { IncomingMessage } from 'node:http'

/** Whether a request is for a stream of changes, which stays open and costs next to nothing meanwhile. */
export const isStream = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'GET' && /^\/api\/accounts\/[PT]\d{8}\/changes-stream$/.test(url)

/** A browser has one, for all its tabs, and a second while one tab takes it over from another. */
const atOnce = 2
const open = new Map<string, number>()

/** Lets a caller open a stream; returns what ends it, or null where they have as many as they may. */
export function takeStreamTurn(caller: string): (() => void) | null {
  const count = open.get(caller) ?? 0
  if (count >= atOnce) return null
  open.set(caller, count + 1)
  return () => {
    const left = (open.get(caller) ?? 1) - 1
    if (left === 0) open.delete(caller)
    else open.set(caller, left)
  }
}
