'use client'

import { useEffect } from 'react'
import { routes } from '@/lib/api/routes'
import { storeReturnPath } from '@/lib/authentication'

/** Moves the return path from the URL into the session storage, because it may contain what was searched for. */
export function useStoreReturnPath(): void {
  useEffect(() => {
    const callbackUrl = new URLSearchParams(window.location.search).get('callbackUrl')
    if (callbackUrl === null) return
    storeReturnPath(callbackUrl)
    window.history.replaceState(null, '', routes.signIn())
  }, [])
}
