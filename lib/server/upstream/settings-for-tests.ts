import 'server-only'
import { type UpstreamSettings, usualUpstreamSettings } from '@/lib/server/upstream/settings'

const isTime = (name: string) => name.endsWith('Ms')

/** The usual settings with a tenth of the times, so that tests of slow answers are fast. */
export function settingsForTests(change: Partial<UpstreamSettings> = {}): UpstreamSettings {
  const usual = Object.entries(usualUpstreamSettings)
  const tenth = Object.fromEntries(usual.map(([name, value]) => [name, isTime(name) ? value / 10 : value]))
  return { ...usualUpstreamSettings, ...tenth, ...change }
}
