import { wordSeparator } from './index-words'

// All characters are part of a word except the separator and NUL, which SQL text cannot contain.
const wordCharacters = Array.from({ length: 127 }, (_, at) => String.fromCharCode(at + 1))
  .filter((character) => character !== wordSeparator && !/[a-z0-9]/i.test(character))
  .join('')

const tokenizer = `ascii tokenchars ''${wordCharacters.replaceAll("'", "''''")}''`

// `detail=none`: queries never need the position of a word. Prefixes up to six characters are indexed; longer ones
// match few.
const index = (name: string) => `
  create virtual table ${name} using fts5(
    words, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize='${tokenizer}'
  );`

/**
 * A customer's `ordinal` is its position in the list: by account, oldest first. The full-text indexes use it as rowid,
 * so results need no sorting. `body` is the JSON of a response, stored as text and never parsed for a page.
 */
export const tables = `
  create table fact (name text primary key, value text not null) without rowid;
  create table account (number integer primary key, id text not null unique, tags text, terms text, settings text);
  create table customer (
    ordinal integer primary key,
    account integer not null,
    id text not null,
    customer_id text not null,
    type text not null,
    deleted integer not null,
    updated_us integer not null,
    body text not null,
    record text not null
  );
  create table census (
    account integer, day integer, type text, deleted integer, customers integer not null,
    primary key (account, day, type, deleted)
  ) without rowid;
  create table contact_for (
    account integer, user_customer_id text, contact integer, primary key (account, user_customer_id, contact)
  ) without rowid;
  create table link (place integer primary key, user integer not null, contact integer not null);
  ${index('customer_words')}
  ${index('link_words')}`

/** A day in microseconds. The table `census` counts customers by the day of their last change. */
export const dayUs = 86_400_000_000

/** Created after the rows are inserted: sorting once is cheaper than updating the indexes with each row. */
export const indexes = `
  create unique index customer_by_id on customer (id);
  create unique index customer_by_customer_id on customer (account, customer_id);
  create index customer_change on customer (ordinal, updated_us, id);
  create index customer_by_update on customer (account, updated_us, id, deleted, type);
  insert into census select account, updated_us / ${dayUs}, type, deleted, count(*) from customer group by 1, 2, 3, 4;`

/** The number of ordinals that are reserved for each account, because accounts share the tables. */
export const ordinalsPerAccount = 10_000_000_000

/** The maximum number of contacts of one user in the index of links. */
export const linksPerUser = 4096
