'use client'

import {
  Ban,
  Download,
  Eye,
  Hash,
  History,
  IdCard,
  LogIn,
  LogOut,
  type LucideIcon,
  Search,
  UserRoundSearch,
} from 'lucide-react'
import { useIntl } from '@/components/ui/intl'
import type { Messages } from '@/lib/messages/messages'

type Kind = keyof Messages['activity']['kinds']

const icons: Record<Kind, LucideIcon> = {
  search: Search,
  count: Hash,
  open: UserRoundSearch,
  section: IdCard,
  reveal: Eye,
  refused: Ban,
  sign_in: LogIn,
  sign_out: LogOut,
  activity: History,
  export: Download,
}
const tones: Partial<Record<Kind, string>> = { reveal: 'text-warn', export: 'text-warn', refused: 'text-danger' }

/** The kind of an audit event as an icon and a word; reveals, exports and refusals in a colour. */
export function EventKind({ kind }: { kind: Kind }) {
  const { t } = useIntl()
  const tone = tones[kind]
  const Icon = icons[kind]
  return (
    <span className={`flex min-w-0 items-center gap-1.5 ${tone ?? ''}`}>
      <Icon className={tone ?? 'text-text-3'} />
      <span className="min-w-0 truncate">{t.activity.kinds[kind]}</span>
    </span>
  )
}
