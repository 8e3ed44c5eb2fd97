import { watchCalls } from '@/lib/api/call-tabs'
import { watchSession } from '@/lib/api/watch-session'

/** What this tab learns from the others: that the person has signed out, and that a call is to be shown here. */
export function watchTabs(): void {
  watchSession()
  watchCalls()
}
