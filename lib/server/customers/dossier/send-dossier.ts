import 'server-only'
import type { DossierFile, DossierLine, DossierRequest } from '@/lib/customers/dossier/dossier'
import { formatPhone } from '@/lib/customers/format/format-phone'
import { displayName, isTombstone } from '@/lib/customers/model/display-name'
import { formerIdsOf } from '@/lib/customers/model/identity-history'
import type { RecordAnswer } from '@/lib/customers/model/record'
import { messagesFor } from '@/lib/messages/catalogue'
import { dossierMessagesFor } from '@/lib/messages/dossier/catalogue'
import { type AuditEventDetails, appendAuditEvent } from '@/lib/server/audit/append'
import { type AccountAccess, requirePermission, withNewDeadline } from '@/lib/server/auth/account-access'
import type { Dossier } from '@/lib/server/customers/dossier/dossier'
import { type GatheredPart, gatherDossier } from '@/lib/server/customers/dossier/gather-dossier'
import type { DossierSource, DossierWords } from '@/lib/server/customers/dossier/part'
import { parts } from '@/lib/server/customers/dossier/parts'
import { toJson } from '@/lib/server/customers/dossier/to-json'
import { fetchCustomer } from '@/lib/server/customers/fetch/fetch-customer'
import { withRecordAudit } from '@/lib/server/customers/with-audit'
import { toApiError } from '@/lib/server/http/api-failure'
import { Attachment } from '@/lib/server/http/attachment'
import { countAgainst } from '@/lib/server/http/limits'

/** After that, what has not been read yet is named and left out. */
const mostMs = 180_000

type Call = {
  access: AccountAccess
  customerId: string
  request: DossierRequest
  /** The zone of the times in the file. */
  zone: string
  signal: AbortSignal
}

/** What the audit log says of a dossier: for whom, in which form, why, and what was not whole in it. */
function toEvent({ customerId, request }: Call, part: string, gaps: readonly string[] = []): AuditEventDetails {
  return {
    kind: 'export',
    customers: [customerId],
    filters: [
      { name: 'section', value: 'dossier' },
      { name: 'format', value: request.format },
      { name: 'part', value: part },
      ...(gaps.length > 0 ? [{ name: 'missing', value: gaps.join(',') }] : []),
    ],
    rows: 1,
    note: request.reason,
  }
}

function toSource({ access, customerId, signal }: Call, record: RecordAnswer): DossierSource {
  const startedAt = performance.now()
  return {
    get access() {
      return withNewDeadline(access)
    },
    customerId,
    formerIds: formerIdsOf(record.customer),
    record,
    signal,
    isLate: () => performance.now() - startedAt > mostMs,
  }
}

function toDossier(call: Call, { customer }: RecordAnswer, gathered: GatheredPart[]): Dossier {
  const { access, customerId, request, zone } = call
  const { locale } = request
  const t = messagesFor(locale)
  const words: DossierWords = {
    ...{ t, d: dossierMessagesFor(locale), locale, zone, formatPhone },
    account: access.account.name,
  }
  const name = displayName(customer) || (isTombstone(customer) ? t.table.deletedCustomer : t.table.noName)
  return { words, parts: gathered, madeAt: new Date().toISOString(), accountId: access.account.id, customerId, name }
}

async function writeFile(dossier: Dossier, { request }: Call): Promise<{ type: string; content: Uint8Array }> {
  if (request.format === 'json') return { type: 'application/json', content: new TextEncoder().encode(toJson(dossier)) }
  // It comes with a library and two typefaces that nothing else needs.
  const { writePdf } = await import('@/lib/server/customers/dossier/pdf/write-pdf')
  return { type: 'application/pdf', content: await writePdf(dossier) }
}

const line = (value: DossierLine) => `${JSON.stringify(value)}\n`

/** The steps, and once the file is written and audited, the file. */
async function* send(call: Call, record: RecordAnswer): AsyncGenerator<string | Uint8Array> {
  const { access, request, signal } = call
  try {
    const gathering = gatherDossier(parts, toSource(call, record))
    let step = await gathering.next()
    for (; !step.done; step = await gathering.next()) yield line({ step: step.value })
    yield line({ step: { part: null } })
    const dossier = toDossier(call, record, step.value)
    const { type, content } = await writeFile(dossier, call)
    const gaps = step.value.filter(({ state }) => state !== 'whole').map(({ id, state }) => ({ part: id, state }))
    signal.throwIfAborted()
    await appendAuditEvent(
      access,
      toEvent(
        call,
        'file',
        gaps.map(({ part }) => part),
      ),
    )
    const name = `${dossier.words.d.fileName}-${dossier.madeAt.slice(0, 10)}.${request.format}`
    const file: DossierFile = { name, type, bytes: content.byteLength, gaps }
    yield line({ file })
    yield content
  } catch (thrown) {
    if (!signal.aborted) yield line({ error: toApiError(thrown, access.request.id) })
  }
}

/**
 * The dossier of a customer: a line for each step, then the file (`dossierLineSchema`). That it begins is audited with its reason
 * before anything leaves, and that the file is sent before its first byte. Throws `ApiFailure` before it begins: `not_found`,
 * or `rate_limited`.
 */
export async function sendDossier(call: Call): Promise<Attachment> {
  const { access, customerId, signal } = call
  requirePermission(access.viewer, 'customers:export')
  await countAgainst('dossiersPerHour', access.viewer.email)
  const fetching = fetchCustomer(access, customerId, signal)
  const record = await withRecordAudit(access, customerId, fetching, () => toEvent(call, 'start'))
  return new Attachment('dossier', 'application/octet-stream', send(call, record))
}
