'use client'

import { LogIn } from 'lucide'
import { useState } from 'react'
import { useStoreReturnPath } from '@/components/shell/use-store-return-path'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { beginOidcSignIn } from '@/lib/authentication'

/** Sign-in at the OpenID provider of the company. */
export function OidcSignIn({ refusal }: { refusal: 'notLetIn' | 'unavailable' | null }) {
  const { t } = useIntl()
  const [problem, setProblem] = useState<'failed' | 'notLetIn' | 'unavailable' | null>(refusal)
  useStoreReturnPath()

  const begin = async () => {
    setProblem(null)
    const url = await beginOidcSignIn().catch(() => null)
    if (url) window.location.assign(url)
    else setProblem('failed')
  }
  return (
    <>
      <Button variant="primary" className="mt-5 w-full gap-2 wide:h-9" onClick={begin}>
        <Icon of={LogIn} size={16} />
        {t.signIn.company}
      </Button>
      <p role="alert" className="min-h-5 pt-2 text-danger">
        {problem && t.signIn[problem]}
      </p>
    </>
  )
}
