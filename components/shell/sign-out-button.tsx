'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'

type SignOutButtonProps = { signedOutAt: string; failure: string; children: ReactNode }

/** Signs the person out, or shows `failure`. Its code is loaded on the click, because the button is part of every page. */
export function SignOutButton({ signedOutAt, failure, children }: SignOutButtonProps) {
  const [problem, setProblem] = useState('')
  const signOut = async () => {
    const { leave } = await import('@/lib/authentication')
    if (!(await leave(signedOutAt))) setProblem(failure)
  }
  return (
    <>
      <Button onClick={() => void signOut()}>{children}</Button>
      <p role="alert">{problem}</p>
    </>
  )
}
