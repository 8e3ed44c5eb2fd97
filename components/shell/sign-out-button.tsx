'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

/** Ends the sign-in. What that takes comes when it is pressed: the frame of every page knows this button. */
export function SignOutButton({ signedOutAt, children }: { signedOutAt: string; children: ReactNode }) {
  const leave = async () => {
    const { signOut } = await import('@/lib/authentication')
    await signOut()
    window.location.assign(signedOutAt)
  }
  return <Button onClick={() => void leave()}>{children}</Button>
}
