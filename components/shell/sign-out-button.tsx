'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'

/** Signs the person out. Its code is loaded on the click, because the button is part of every page. */
export function SignOutButton({ signedOutAt, children }: { signedOutAt: string; children: ReactNode }) {
  const leave = async () => {
    const { signOut } = await import('@/lib/authentication')
    await signOut()
    window.location.assign(signedOutAt)
  }
  return <Button onClick={() => void leave()}>{children}</Button>
}
