import 'server-only'
import { fill } from '@/lib/messages/messages'
import type { DossierWords, Gap } from '@/lib/server/customers/dossier/part'
import { ApiFailure, isAuditUnavailable } from '@/lib/server/http/api-failure'
import { log } from '@/lib/server/log'
import { describeThrown } from '@/lib/server/thrown'

/**
 * Why a read that failed leaves something out. Throws again where nothing can be audited: then nothing may be shown.
 */
export function toGap(thrown: unknown): Gap {
  if (isAuditUnavailable(thrown)) throw thrown
  if (!(thrown instanceof ApiFailure)) {
    log('error', 'part of a dossier not read', describeThrown(thrown))
    return { kind: 'failed' }
  }
  const { code, scope } = thrown.error
  if (code === 'upstream_forbidden' && scope !== undefined) return { kind: 'scope', scope }
  return { kind: code === 'forbidden' ? 'role' : 'failed' }
}

/** The gaps of a list, of which those are left out that leave nothing out. */
export const listGaps = (counts: Partial<Record<Extract<Gap, { count: number }>['kind'], number>>): Gap[] =>
  Object.entries(counts).flatMap(([kind, count]) =>
    count > 0 ? [{ kind: kind as Extract<Gap, { count: number }>['kind'], count }] : [],
  )

/** A gap as a sentence. */
export function gapText(gap: Gap, { d, account, locale }: DossierWords): string {
  const text = d.gaps[gap.kind]
  if ('count' in gap) return fill(text, { count: gap.count.toLocaleString(locale) })
  return fill(text, { account, ...('scope' in gap && { scope: gap.scope }) })
}
