import 'server-only'

/**
 * What this process has one of. A variable of a module is not that: Next builds pages, route handlers and
 * `instrumentation.ts` apart, and each has modules of its own.
 */
export function onceAProcess<T>(name: string, make: () => T): T {
  const kept = globalThis as { [key: symbol]: T | undefined }
  const key = Symbol.for(`customer-desk ${name}`)
  kept[key] ??= make()
  return kept[key]
}
