import type Database from 'libsql'
import { type IndexWords, userPrefix, wordSeparator } from './index-words'
import { readRecord } from './read-record'
import { linksPerUser } from './schema'
import { prepareStatements } from './statements'

/** Rewrites the links between one user and its contacts from their current data. */
export function relink(connection: Database.Database, words: IndexWords, user: number): void {
  const sql = prepareStatements(connection)
  const oldLinks = sql.numbers('select place from link where user = ?', [user])
  for (const link of oldLinks) sql.run('delete from link_words where rowid = cast(? as integer)', [link])
  if (oldLinks.length > 0) sql.run('delete from link where user = ?', [user])
  const userRecord = readRecord(connection, user)
  if (!userRecord) return
  const contacts = sql.numbers(
    `select f.contact from customer u join contact_for f on f.account = u.account and f.user_customer_id = u.customer_id
     where u.ordinal = ? order by f.contact`,
    [user],
  )
  const userWords = words.of(userRecord).map((word) => userPrefix + word)
  contacts.slice(0, linksPerUser).forEach((contact, slot) => {
    const record = readRecord(connection, contact)
    if (record) writeLink(connection, user * linksPerUser + slot, user, contact, [...words.of(record), ...userWords])
  })
}

function writeLink(connection: Database.Database, link: number, user: number, contact: number, words: string[]): void {
  const sql = prepareStatements(connection)
  sql.run('insert into link values (?, ?, ?)', [link, user, contact])
  sql.run('insert into link_words (rowid, words) values (?, ?)', [link, words.join(wordSeparator)])
}
