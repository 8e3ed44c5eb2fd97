import type Database from 'libsql'
import { readRecord } from './read-record'
import { linksPerUser } from './schema'
import { statements } from './statements'
import { ofUser, type Vocabulary, wordSeparator } from './vocabulary'

/** Writes the links of one user with its contacts anew, from what both are now. */
export function relink(connection: Database.Database, words: Vocabulary, user: number): void {
  const sql = statements(connection)
  const places = sql.numbers('select place from link where user = ?', [user])
  for (const place of places) sql.run('delete from link_words where rowid = cast(? as integer)', [place])
  if (places.length > 0) sql.run('delete from link where user = ?', [user])
  const userRecord = readRecord(connection, user)
  if (!userRecord) return
  const contacts = sql.numbers(
    `select f.contact from customer u join contact_for f on f.account = u.account and f.user_customer_id = u.customer_id
     where u.ordinal = ? order by f.contact`,
    [user],
  )
  const userWords = words.of(userRecord).map((word) => ofUser + word)
  contacts.slice(0, linksPerUser).forEach((contact, slot) => {
    const record = readRecord(connection, contact)
    if (record) writeLink(connection, user * linksPerUser + slot, user, contact, [...words.of(record), ...userWords])
  })
}

function writeLink(connection: Database.Database, place: number, user: number, contact: number, words: string[]): void {
  const sql = statements(connection)
  sql.run('insert into link values (?, ?, ?)', [place, user, contact])
  sql.run('insert into link_words (rowid, words) values (?, ?)', [place, words.join(wordSeparator)])
}
