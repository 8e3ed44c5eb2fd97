import { Say } from '@/components/ui/say'
import type { Role } from '@/lib/access'
import { fill, type Messages } from '@/lib/messages/messages'

/** For someone whose role does not open customers: what is missing. */
export function NotAllowed({ t, role }: { t: Messages; role: Role }) {
  return (
    <Say level={1} title={t.errors.forbidden.title}>
      {fill(t.errors.forbidden.text, { role: t.shell.roles[role] })}
    </Say>
  )
}
