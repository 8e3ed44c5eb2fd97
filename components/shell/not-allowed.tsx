import { Say } from '@/components/ui/say'
import type { Role } from '@/lib/access'
import { fill, type Messages } from '@/lib/messages/messages'

type NotAllowedProps = { t: Messages; role: Role | null; email: string }

/** For someone whose role does not open customers, or who has none: who they are, what is missing, whom to ask. */
export function NotAllowed({ t, role, email }: NotAllowedProps) {
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
