import 'server-only'
import { type DossierFile, type DossierFormat, dossierLineSchema } from '@/lib/customers/dossier/dossier'
import type { Locale } from '@/lib/preferences'
import type { AccountAccess } from '@/lib/server/auth/account-access'
import { sendDossier } from '@/lib/server/customers/dossier/send-dossier'

type Wanted = { format?: DossierFormat; locale?: Locale; signal?: AbortSignal }

/** Makes the dossier of a customer and reads all of it, as the browser does. */
export async function dossierForTests(
  access: AccountAccess,
  customerId: string,
  { format = 'json', locale = 'nb', signal = new AbortController().signal }: Wanted = {},
) {
  const request = { format, locale, reason: 'asked by email' }
  const { content } = await sendDossier({ access, customerId, request, zone: 'Europe/Oslo', signal })
  const bytes = Buffer.from(await new Response(content).arrayBuffer())
  const steps: string[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\n', at)
    const line = dossierLineSchema.parse(JSON.parse(bytes.toString('utf8', at, end)))
    at = end + 1
    if ('error' in line) return { steps, error: line.error, file: null, bytes: Buffer.alloc(0) }
    if ('file' in line) return { steps, error: null, file: line.file satisfies DossierFile, bytes: bytes.subarray(at) }
    const { part, done, of } = line.step
    steps.push([part, done, of].filter((one) => one !== undefined).join(' '))
  }
  return { steps, error: null, file: null, bytes: Buffer.alloc(0) }
}
