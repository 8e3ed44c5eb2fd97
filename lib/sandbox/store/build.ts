import Database from 'libsql'
import type { Holds } from '../assumptions'
import { accountCustomers } from '../generate/account'
import { attributeSettings, type TagName, tagId, tagShares, termId, termTexts } from '../generate/seed-settings'
import { accounts, people } from '../seed/seed'
import { relink } from './relink'
import { indexes, ordinalsPerAccount, tables } from './schema'
import { statements } from './statements'
import { vocabulary } from './vocabulary'
import { prepareWriter } from './write'

export type BuildOrder = {
  customers: number
  seed: number
  fingerprint: string
  holds: Holds
  onProgress?: (made: number, of: number) => void
}

const perTransaction = 20_000
const wordIndexes = ['customer_words', 'link_words']

/** Makes the whole store in a new file. It gives way to other work of the process now and then. */
export async function buildStore(file: string, order: BuildOrder): Promise<void> {
  const connection = new Database(file)
  const words = vocabulary(order.holds)
  // Nothing is lost when a build is killed: its file was never used.
  connection.exec(
    'pragma page_size = 8192; pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -32768; pragma temp_store = file;',
  )
  connection.exec(tables)
  // The indexes of words are written in pieces of this many bytes, which are merged once, at the end.
  for (const name of wordIndexes) {
    for (const [setting, value] of Object.entries({ hashsize: 8_388_608, automerge: 0, crisismerge: 1999 })) {
      connection.exec(`insert into ${name} (${name}, rank) values ('${setting}', ${value})`)
    }
  }
  const sizes = [
    { account: accounts.test, customers: order.customers, named: Object.values(people).map(({ record }) => record) },
    { account: accounts.production, customers: Math.floor(order.customers / 10), named: [] },
    { account: accounts.empty, customers: 0, named: [] },
  ]
  const of = sizes.reduce((sum, { customers }) => sum + customers, 0)
  const writer = prepareWriter(connection, words, 'insert')
  let made = 0
  connection.exec('begin')
  for (const [at, { account, customers, named }] of sizes.entries()) {
    const number = at + 1
    let ordinal = number * ordinalsPerAccount
    writeAccount(connection, number, account)
    for (const record of accountCustomers({ account, customers, seed: order.seed, named })) {
      writer.customer(number, ordinal++, record)
      if (++made % perTransaction !== 0) continue
      connection.exec('commit')
      order.onProgress?.(made, of)
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
    // An edit writes a piece of its own; these are merged as they come.
    connection.exec(`insert into ${name} (${name}, rank) values ('automerge', 4)`)
    connection.exec(`insert into ${name} (${name}, rank) values ('crisismerge', 16)`)
  }
  // Last of all: a file without it was never finished.
  connection.prepare('insert into fact values (?, ?)').run(['fingerprint', order.fingerprint])
  connection.close()
  order.onProgress?.(of, of)
}

function linkedUsers(connection: Database.Database): number[] {
  return statements(connection).numbers(
    `select distinct c.ordinal from contact_for f
     join customer c on c.account = f.account and c.customer_id = f.user_customer_id order by 1`,
  )
}

function writeAccount(connection: Database.Database, number: number, account: string): void {
  const makes = account !== accounts.empty
  const since = termTexts[0][0]
  const tags = (makes ? Object.keys(tagShares) : []).map((name, at) => ({
    id: tagId(account, name as TagName),
    tag: name,
    ...(at % 4 === 0 ? { metadata: { color: ['green', 'blue', 'amber'][at % 3] ?? 'green' } } : {}),
    created_at: since,
    created_by: '1c92f7e1-2897-4d46-bdcc-c127a914fb4e',
  }))
  const terms = (makes ? termTexts : []).map(([created_at, text], at) => ({
    id: termId(account, at),
    terms: text,
    created_at,
  }))
  const settings = { attributes: makes ? attributeSettings : [] }
  connection
    .prepare('insert into account values (?, ?, ?, ?, ?)')
    .run([number, account, JSON.stringify(tags), JSON.stringify(terms), JSON.stringify(settings)])
}
