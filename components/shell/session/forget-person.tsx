'use client'

import { useEffect } from 'react'
import { clearSession } from '@/lib/session-storage'

/** Removes what this tab has stored for the person before; renders nothing. */
export function ForgetPerson() {
  useEffect(clearSession, [])
  return null
}
