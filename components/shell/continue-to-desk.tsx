'use client'

import { useEffect } from 'react'
import { takeReturnPath } from '@/lib/authentication'

/** Sends a person who is already signed in to their return path. */
export function ContinueToDesk() {
  useEffect(() => window.location.replace(takeReturnPath()), [])
  return null
}
