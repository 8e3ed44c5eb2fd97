/**
 * The schemas of the answers of our own API. zod/mini (16 kB) is loaded with the first call and not with the page: the
 * rows of the first HTML have been parsed on the server.
 */
const loadCustomer = () => import('@/lib/customers/model/customer')
const loadRecord = () => import('@/lib/customers/model/record')
const loadReveal = () => import('@/lib/customers/model/reveal-schema')
const loadView = () => import('@/lib/customers/views/view')
const loadAudit = () => import('@/lib/audit/audit-event')

/** Returns a function that names a schema of a module, for `fetchJson` to load. */
const schemaOf =
  <Module>(load: () => Promise<Module>) =>
  <Name extends keyof Module>(name: Name) =>
  async () =>
    (await load())[name]

export const customerSchema = schemaOf(loadCustomer)
export const recordSchema = schemaOf(loadRecord)
export const revealSchema = schemaOf(loadReveal)
export const viewSchema = schemaOf(loadView)
export const auditSchema = schemaOf(loadAudit)

/** Preloads all schemas, so that an open tab needs no code from the server any more. */
export const loadSchemas = () => Promise.all([loadCustomer(), loadRecord(), loadReveal(), loadView(), loadAudit()])
