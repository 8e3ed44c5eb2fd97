import 'server-only'

/**
 * One instance for the whole process. A variable of a module would not do: Next bundles pages, route handlers and
 * `instrumentation.ts` separately, and each bundle has its own copy of the module.
 */
export function processSingleton<T>(name: string, create: () => T): T {
  const instances = globalThis as { [key: symbol]: T | undefined }
  const key = Symbol.for(`customer-desk ${name}`)
  instances[key] ??= create()
  return instances[key]
}
