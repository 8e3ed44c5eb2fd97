import 'server-only'
import { hasPermission } from '@/lib/access'
import type { AuditEvent } from '@/lib/audit/audit-event'
import { formatMoment } from '@/lib/customers/format/record-facts'
import { findEvents } from '@/lib/server/audit/events'
import { flushGroups } from '@/lib/server/audit/watch/groups'
import { listGaps } from '@/lib/server/customers/dossier/gaps'
import type { DossierPart, DossierWords } from '@/lib/server/customers/dossier/part'
import { fromDatabase } from '@/lib/server/database/available'
import { database } from '@/lib/server/database/open'

const maxEvents = 1_000
const noFilters = { person: null, kind: null, from: null, until: null, before: null }

/** What is told of a look: never who it was, who has rights too, and never what else was on the same list. */
type Look = { at: string; kind: AuditEvent['kind']; role: string | null; section: string | null }

const toLook = ({ at, kind, actor, filters }: AuditEvent): Look => ({
  at,
  kind,
  role: actor.role,
  section: filters.find(({ name }) => name === 'section')?.value ?? null,
})

function whatText({ kind, section }: Look, { t }: DossierWords): string {
  const what = t.activity.kinds[kind]
  if (section === null) return what
  const words: Record<string, string> = t.activity.filterWords
  return `${what}: ${(Object.hasOwn(words, section) && words[section]) || section}`
}

const roleText = ({ role }: Look, { t }: DossierWords): string =>
  role !== null && Object.hasOwn(t.shell.roles, role)
    ? t.shell.roles[role as keyof typeof t.shell.roles]
    : t.shell.noRole

/** When somebody has seen the customer, under each id that it had, and in which role. */
export const lookedPart: DossierPart = {
  id: 'looked',
  async read({ access, customerId, formerIds }) {
    if (!hasPermission(access.viewer.role, 'activity:read')) return { data: null, gaps: [{ kind: 'role' }] }
    await flushGroups(true)
    const ids = [customerId, ...formerIds]
    const found = await Promise.all(
      ids.map((customer) =>
        fromDatabase(findEvents(database(), access.account.id, { ...noFilters, customer }, maxEvents + 1)),
      ),
    )
    const events = [...new Map(found.flat().map((event) => [event.id, event])).values()].sort((a, b) => b.id - a.id)
    const looks = events.slice(0, maxEvents).map(toLook)
    return {
      data: { looks },
      gaps: listGaps({ tooMany: events.length > maxEvents ? looks.length : 0 }),
      toBlocks: (words) => [
        {
          kind: 'table',
          columns: [
            { head: words.d.looked.at },
            { head: words.d.looked.what, share: 1.5 },
            { head: words.d.looked.role },
          ],
          rows: looks.map((look) => [formatMoment(look.at, words), whatText(look, words), roleText(look, words)]),
        },
      ],
    }
  },
}
