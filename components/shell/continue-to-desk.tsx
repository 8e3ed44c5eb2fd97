'use client'

import { useEffect } from 'react'
import { takeWayBack } from '@/lib/authentication'

/** Someone who is signed in goes on to where they wanted to go. */
export function ContinueToDesk() {
  useEffect(() => window.location.replace(takeWayBack()), [])
  return null
}
