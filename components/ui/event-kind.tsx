'use client'

import {
  Ban,
  Bookmark,
  Download,
  Eye,
  Hash,
  History,
  type IconNode,
  IdCard,
  LogIn,
  LogOut,
  MonitorX,
  Scissors,
  Search,
  UserRoundCheck,
  UserRoundSearch,
} from 'lucide'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import type { Messages } from '@/lib/messages/messages'

type Kind = keyof Messages['activity']['kinds']

const icons: Record<Kind, IconNode> = {
  search: Search,
  count: Hash,
  open: UserRoundSearch,
  section: IdCard,
  reveal: Eye,
  identity: UserRoundCheck,
  view: Bookmark,
  refused: Ban,
  sign_in: LogIn,
  sign_out: LogOut,
  session_end: MonitorX,
  activity: History,
  export: Download,
  prune: Scissors,
}
const tones: Partial<Record<Kind, string>> = {
  reveal: 'text-warn',
  export: 'text-warn',
  prune: 'text-warn',
  refused: 'text-danger',
}

/** The kind of an audit event as an icon and a word; reveals, exports and refusals in a colour. */
export function EventKind({ kind }: { kind: Kind }) {
  const { t } = useIntl()
  const tone = tones[kind]
  return (
    <span className={`flex min-w-0 items-center gap-1.5 ${tone ?? ''}`}>
      <Icon of={icons[kind]} className={tone ?? 'text-text-3'} />
      <span className="min-w-0 truncate">{t.activity.kinds[kind]}</span>
    </span>
  )
}
