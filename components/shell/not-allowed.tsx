import { buttonClass } from '@/components/ui/button'
import { KeyHint } from '@/components/ui/key-hint'
import { StateMessage } from '@/components/ui/state-message'
import { hasPermission, type Role } from '@/lib/access'
import { routes } from '@/lib/api/routes'
import { fill, type Messages } from '@/lib/messages/messages'

type NotAllowedProps = {
  t: Messages
  role: Role
  accountId: string
  /** The requested page. */
  page: 'customers' | 'activity'
}

/** Shown when the role of a person does not allow a page: what is missing, and a page that is allowed. */
export function NotAllowed({ t, role, accountId, page }: NotAllowedProps) {
  const { title, text } = page === 'customers' ? t.errors.forbidden : t.errors.noActivity
  const other =
    page === 'customers'
      ? hasPermission(role, 'activity:read') && {
          href: routes.activity(accountId),
          name: t.errors.goActivity,
          keys: 'ga',
        }
      : hasPermission(role, 'customers:read') && {
          href: routes.customers(accountId),
          name: t.errors.goHome,
          keys: 'gc',
        }
  return (
    <StateMessage
      level={1}
      title={title}
      actions={
        other && (
          <a href={other.href} className={buttonClass()}>
            <span>{other.name}</span>
            <span className="hidden gap-0.5 wide:not-empty:flex">
              {[...other.keys].map((key) => (
                <KeyHint key={key}>{key}</KeyHint>
              ))}
            </span>
          </a>
        )
      }
    >
      {fill(text, { role: t.shell.roles[role] })}
    </StateMessage>
  )
}
