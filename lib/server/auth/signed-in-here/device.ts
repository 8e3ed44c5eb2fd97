import 'server-only'

/**
 * Which browser and which system a person signed in with, as one name each. Nothing else of a User-Agent is kept: its whole
 * text would recognise a machine.
 */
export type Device = { browser: string | null; system: string | null }

/**
 * Each browser with its own mark. Browsers built on another one name that one as well, so the order decides
 * (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/User-Agent).
 */
const browsers: readonly [name: string, mark: RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOP(?:R|T|iOS)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|CriOS)\//],
  ['Safari', /\bVersion\/[\d.]+ (?:Mobile\/\w+ )?Safari\//],
]
const systems: readonly [name: string, mark: RegExp][] = [
  ['Windows', /\bWindows\b/],
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPod)\b/],
  ['iPadOS', /\biPad\b/],
  ['macOS', /\bMacintosh\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
]

export const browserNames: readonly string[] = browsers.map(([name]) => name)
export const systemNames: readonly string[] = systems.map(([name]) => name)

const find = (marks: typeof browsers, text: string) => marks.find(([, mark]) => mark.test(text))?.[0] ?? null

/** The device of a User-Agent; null for what it does not say in a way that is known here. */
export function parseDevice(userAgent: string | null): Device {
  const text = userAgent ?? ''
  return { browser: find(browsers, text), system: find(systems, text) }
}
