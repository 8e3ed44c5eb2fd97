'use client'

import { useSessionState } from '@/components/ui/use-session-state'
import { type Call, callKey, parseCall } from '@/lib/customers/call/call'

/** What this tab keeps of the call with a customer, and how to change it. */
export function useCall(accountId: string, customerId: string): [Call, (change: Partial<Call>) => void] {
  const [call, setCall] = useSessionState(callKey(accountId, customerId), parseCall)
  return [call, (change) => setCall({ ...call, ...change })]
}
