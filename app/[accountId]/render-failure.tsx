import type { ReactNode } from 'react'
import { NotAllowed } from '@/components/shell/not-allowed'
import { PageFailure } from '@/components/shell/page-failure'
import { messagesFor } from '@/lib/messages/catalogue'
import { readViewer } from '@/lib/server/auth/viewer'
import type { RefusedPage } from '@/lib/server/http/page'
import { requestPreferences } from '@/lib/server/http/preferences'

/** The screen of a page of an account that was refused or failed: what the role lacks, or what went wrong. */
export async function renderFailure({ error, permission, accountId }: RefusedPage): Promise<ReactNode> {
  if (error.code !== 'forbidden') return <PageFailure error={error} />
  const role = (await readViewer())?.role
  const t = messagesFor((await requestPreferences()).locale)
  const name = permission === 'activity:read' ? 'activity' : 'customers'
  return role && <NotAllowed t={t} role={role} accountId={accountId} page={name} />
}
