'use client'

import { useIntl } from '@/components/ui/intl'
import { Say } from '@/components/ui/say'
import type { Role } from '@/lib/access'
import { fill } from '@/lib/messages/messages'

/** For someone whose role does not open customers, or who has none: who they are, what is missing, whom to ask. */
export function NotAllowed({ role, email }: { role: Role | null; email: string }) {
  const { t } = useIntl()
  if (role === null)
    return (
      <Say level={1} title={t.errors.noRoleTitle}>
        {fill(t.errors.noRoleText, { email })}
      </Say>
    )
  return (
    <Say level={1} title={t.errors.forbidden.title}>
      {fill(t.errors.forbidden.text, { role: t.shell.roles[role] })}
    </Say>
  )
}
