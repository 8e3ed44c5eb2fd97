/**
 * The schemas of our own answers. zod/mini (16 kB) comes with the first call and not with the page: the first rows are in
 * the first HTML, parsed on the server.
 */
const customer = () => import('@/lib/customers/model/customer')
const record = () => import('@/lib/customers/model/record')
const reveal = () => import('@/lib/customers/model/reveal-schema')
const audit = () => import('@/lib/audit/audit-event')

export const schemas = {
  customerPage: () => customer().then((module) => module.customerPageSchema),
  customerScan: () => customer().then((module) => module.customerScanSchema),
  total: () => customer().then((module) => module.totalAnswerSchema),
  tags: () => customer().then((module) => module.tagsAnswerSchema),
  settings: () => customer().then((module) => module.settingsAnswerSchema),
  record: () => record().then((module) => module.recordAnswerSchema),
  recordCheck: () => record().then((module) => module.recordCheckSchema),
  tokens: () => record().then((module) => module.tokensAnswerSchema),
  communication: () => record().then((module) => module.communicationAnswerSchema),
  contactFor: () => record().then((module) => module.contactForAnswerSchema),
  raw: () => record().then((module) => module.rawAnswerSchema),
  terms: () => record().then((module) => module.termsAnswerSchema),
  reveal: () => reveal().then((module) => module.revealSchema),
  revealEnded: () => reveal().then((module) => module.revealEndedSchema),
  activityPage: () => audit().then((module) => module.activityPageSchema),
}

/** Loads all of them ahead, so that a tab needs nothing of the server but answers. */
export const loadSchemas = () => Promise.all([customer(), record(), reveal(), audit()])
