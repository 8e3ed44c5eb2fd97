import type { AuditFilter } from '@/lib/audit/audit-event'
import { type EventFacts, factsSchema } from '@/lib/audit/facts-schema'

const prefix = 'fact:'

/** Facts as an event stores them. What is null or not given is left out. */
export function toStoredFacts({ unusual, ...facts }: Partial<EventFacts>): AuditFilter[] {
  const texts = { ...facts, unusual: unusual && `${unusual.measure} ${unusual.count}` }
  return Object.entries(texts).flatMap(([name, fact]) =>
    fact === null || fact === undefined ? [] : [{ name: `${prefix}${name}`, value: String(fact) }],
  )
}

/** The filters of a stored event, and its facts. */
export function parseStoredFacts(stored: readonly AuditFilter[]): { filters: AuditFilter[]; facts: EventFacts } {
  const text = (name: string) => stored.find((one) => one.name === `${prefix}${name}`)?.value ?? null
  const [measure, count] = text('unusual')?.split(' ') ?? []
  const times = text('times')
  const facts = factsSchema.parse({
    outcome: text('outcome'),
    times: times === null ? null : Number(times),
    minute: text('minute'),
    site: text('site'),
    ended: text('ended'),
    unusual: measure === undefined ? null : { measure, count: Number(count) },
  })
  return { filters: stored.filter(({ name }) => !name.startsWith(prefix)), facts }
}
