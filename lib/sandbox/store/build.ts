import Database from 'libsql'
import type { Holds } from '../assumptions'
import { accountCustomers } from '../generate/account'
import { withOtherMaskedValues } from '../generate/other-masked-values'
import {
  attributeSettings,
  deletedTerm,
  type TagName,
  tagId,
  tagShares,
  termId,
  termTexts,
} from '../generate/seed-settings'
import { accounts, people } from '../seed/seed'
import { createIndexWords } from './index-words'
import { relink } from './relink'
import { indexes, ordinalsPerAccount, tables } from './schema'
import { prepareStatements } from './statements'
import { prepareWriter } from './write'

export type BuildOptions = {
  customers: number
  seed: number
  fingerprint: string
  holds: Holds
  hasOtherMaskedValues?: boolean
  onProgress?: (made: number, of: number) => void
}

const perTransaction = 20_000
const wordIndexes = ['customer_words', 'link_words']

/** Builds the whole store in a new file. It yields to other work of the process after each transaction. */
export async function buildStore(file: string, options: BuildOptions): Promise<void> {
  const connection = new Database(file)
  const words = createIndexWords(options.holds)
  // A journal is not needed: the file of a build that is killed is never used.
  connection.exec(
    'pragma page_size = 8192; pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -32768; pragma temp_store = file;',
  )
  connection.exec(tables)
  // The full-text indexes are written in segments of `hashsize` bytes, which are merged once, at the end.
  for (const name of wordIndexes) {
    for (const [setting, value] of Object.entries({ hashsize: 8_388_608, automerge: 0, crisismerge: 1999 })) {
      connection.exec(`insert into ${name} (${name}, rank) values ('${setting}', ${value})`)
    }
  }
  const sizes = [
    { account: accounts.test, customers: options.customers, named: Object.values(people).map(({ record }) => record) },
    { account: accounts.production, customers: Math.floor(options.customers / 10), named: [] },
    { account: accounts.empty, customers: 0, named: [] },
  ]
  const total = sizes.reduce((sum, { customers }) => sum + customers, 0)
  const writer = prepareWriter(connection, words, 'insert')
  let made = 0
  connection.exec('begin')
  for (const [at, { account, customers, named }] of sizes.entries()) {
    const number = at + 1
    let ordinal = number * ordinalsPerAccount
    writeAccount(connection, number, account)
    for (const record of accountCustomers({ account, customers, seed: options.seed, named })) {
      writer.customer(number, ordinal++, options.hasOtherMaskedValues ? withOtherMaskedValues(record) : record)
      if (++made % perTransaction !== 0) continue
      connection.exec('commit')
      options.onProgress?.(made, total)
      await new Promise((resolve) => setImmediate(resolve))
      connection.exec('begin')
    }
  }
  connection.exec('commit')
  connection.exec(indexes)
  connection.exec('begin')
  for (const user of linkedUsers(connection)) relink(connection, words, user)
  connection.exec('commit')
  for (const name of wordIndexes) {
    connection.exec(`insert into ${name} (${name}) values ('optimize')`)
    // Each later edit writes a segment; these are merged automatically.
    connection.exec(`insert into ${name} (${name}, rank) values ('automerge', 4)`)
    connection.exec(`insert into ${name} (${name}, rank) values ('crisismerge', 16)`)
  }
  // Written last: a file without a fingerprint is incomplete.
  connection.prepare('insert into fact values (?, ?)').run(['fingerprint', options.fingerprint])
  connection.close()
  options.onProgress?.(total, total)
}

function linkedUsers(connection: Database.Database): number[] {
  return prepareStatements(connection).numbers(
    `select distinct c.ordinal from contact_for f
     join customer c on c.account = f.account and c.customer_id = f.user_customer_id order by 1`,
  )
}

function writeAccount(connection: Database.Database, number: number, account: string): void {
  const hasData = account !== accounts.empty
  const since = termTexts[0][0]
  const tags = (hasData ? Object.keys(tagShares) : []).map((name, at) => ({
    id: tagId(account, name as TagName),
    tag: name,
    ...(at % 4 === 0 ? { metadata: { color: ['green', 'blue', 'amber'][at % 3] ?? 'green' } } : {}),
    created_at: since,
    created_by: '1c92f7e1-2897-4d46-bdcc-c127a914fb4e',
  }))
  const terms = (hasData ? termTexts : []).map(([created_at, text], at) => ({
    id: termId(account, at),
    terms: text,
    created_at,
    ...(at === deletedTerm && { deleted_at: '2019-09-03T07:00:00.000Z' }),
  }))
  const settings = { attributes: hasData ? attributeSettings : [] }
  connection
    .prepare('insert into account values (?, ?, ?, ?, ?)')
    .run([number, account, JSON.stringify(tags), JSON.stringify(terms), JSON.stringify(settings)])
}
