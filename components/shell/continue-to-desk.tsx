'use client'

import { useEffect } from 'react'
import { takeReturnPath } from '@/lib/authentication'

/** Someone who is signed in goes on to where they wanted to go. */
export function ContinueToDesk() {
  useEffect(() => window.location.replace(takeReturnPath()), [])
  return null
}
