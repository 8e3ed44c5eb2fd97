'use client'

import { useEffect } from 'react'
import { routes } from '@/lib/api/routes'
import { storeReturnPath } from '@/lib/authentication'

/** Takes the way back out of the address and into this tab: it may hold what was searched for. */
export function useReturnPath(): void {
  useEffect(() => {
    const callbackUrl = new URLSearchParams(window.location.search).get('callbackUrl')
    if (callbackUrl === null) return
    storeReturnPath(callbackUrl)
    window.history.replaceState(null, '', routes.signIn())
  }, [])
}
