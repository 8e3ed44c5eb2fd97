import type { Messages } from '@/lib/messages/messages'
import { fill } from '@/lib/messages/messages'
import type { OwnSession } from '@/lib/own-sessions'

/** `Firefox on Windows`, or as much of it as is known. */
export function deviceName(t: Messages, { browser, system }: Pick<OwnSession, 'browser' | 'system'>): string {
  const name = browser ?? t.sessions.unknown
  return system === null ? name : fill(t.sessions.onSystem, { browser: name, system })
}
