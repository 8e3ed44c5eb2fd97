'use client'

import { EventKind } from '@/components/ui/event-kind'
import { useIntl } from '@/components/ui/intl'
import { Menu, MenuCaption, MenuChoice, MenuChoices } from '@/components/ui/menu'
import type { MenuProps } from '@/components/ui/menu-button'
import { type AuditEventKind, auditEventKinds } from '@/lib/audit/event-kinds'

type KindMenuProps = MenuProps & { kind: AuditEventKind | null; onChange: (kind: AuditEventKind | null) => void }

/** The value of the choice that sets nothing. */
const every = ''

/** What somebody can have done: one of them, or all. */
export function KindMenu({ kind, onChange, ...menu }: KindMenuProps) {
  const { t } = useIntl()
  const choose = (value: string) => onChange(auditEventKinds.find((one) => one === value) ?? null)
  return (
    <Menu {...menu}>
      <MenuCaption>{t.activity.kind}</MenuCaption>
      <MenuChoices label={t.activity.kind} value={kind ?? every} onChange={choose}>
        <MenuChoice value={every}>{t.activity.anyKind}</MenuChoice>
        {auditEventKinds.map((one) => (
          <MenuChoice key={one} value={one}>
            <EventKind kind={one} />
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  )
}
