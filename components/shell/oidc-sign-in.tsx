'use client'

import { LogIn } from 'lucide-react'
import { useState } from 'react'
import { useWayBack } from '@/components/shell/use-way-back'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { beginOidcSignIn } from '@/lib/authentication'

/** Sign-in at the company's own OpenID provider. */
export function OidcSignIn() {
  const { t } = useIntl()
  const [failed, setFailed] = useState(false)
  useWayBack()

  const begin = async () => {
    setFailed(false)
    const address = await beginOidcSignIn().catch(() => null)
    if (address) window.location.assign(address)
    else setFailed(true)
  }
  return (
    <>
      <Button variant="primary" className="mt-5 h-11 w-full gap-2 wide:h-9" onClick={begin}>
        <Icon of={LogIn} size={16} />
        {t.signIn.company}
      </Button>
      <p role="alert" className="min-h-5 pt-2 text-danger">
        {failed && t.signIn.failed}
      </p>
    </>
  )
}
