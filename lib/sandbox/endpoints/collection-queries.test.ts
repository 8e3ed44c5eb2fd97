import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people, tagIds, tagNames } from '../seed/seed'
import { type SandboxUnderTest, startForTests } from '../start-for-tests'

let sandbox: SandboxUnderTest
beforeAll(async () => {
  sandbox = await startForTests()
})
afterAll(() => sandbox.stop())

const { nora, nordvik, jorgen, kari, ola } = people

type Query = Parameters<SandboxUnderTest['get']>[1]

/** Queries of the collection and the named people that each must return, in order. */
const validQueries: [rule: string, query: Query, customerIds: string[]][] = [
  [
    'search: prefix of a first name, case folded',
    { search: 'annE-gr', limit: 1, email: 'ag.nordskog@example.com' },
    ['K-211804'],
  ],
  ['search: prefix of a last name', { search: 'nordli haugen', email: 'eirik.nordli@example.no' }, ['K-214530']],
  ['search: prefix of a company name', { search: 'nordvik rør & v' }, ['B-20114']],
  ['search: a phone', { search: '+4742140318' }, ['K-214907']],
  ['search: a phone without its plus', { search: '4742140318' }, ['K-214907']],
  ['search: a customer_id', { search: 'k-214907' }, ['K-214907']],
  ['search: an email', { search: 'NORSK.KJ' }, ['K-209718']],
  ['search: not in the middle of a word', { search: 'jørgum' }, []],
  ['search: not a second word', { search: 'rør & varme as' }, []],
  ['search: not first and last name as a phrase', { search: 'nora bjørgum' }, []],
  ['search: ø is not o', { search: 'bjorgum', email: 'nora.bjorgum@example.no' }, []],
  ['search: characters that mean something elsewhere', { search: '100%' }, ['100%']],
  ['search: a quote', { search: 'a\\b"c\'d' }, ['a\\b"c\'d;e']],
  ['search: an emoji', { search: '🎿' }, [people.idWithEmoji.customer_id]],
  ['search: letters from right to left', { search: 'مر' }, ['S-00003']],
  ['search: a line break inside a name', { search: '\tLinje\nsk' }, ['S-00007']],
  ['search: HTML', { search: '<SCRIPT>' }, ['S-00005']],
  ['search: a tombstone by its customer_id', { search: 'NOR-10442', include_deleted: true }, ['NOR-10442']],
  ['include_deleted: tombstones stay out without it', { search: 'NOR-10442' }, []],
  ['email: exact, whatever the case, in two types', { email: 'SILJE.nordahl@example.com' }, ['B-20071', 'K-213992']],
  ['email and type', { email: 'silje.nordahl@example.com', type: 'customer' }, ['K-213992']],
  ['email: not a prefix', { email: 'silje.nordahl@example.co' }, []],
  ['phone_number: shared', { phone_number: kari.phone_number }, [ola.customer_id, kari.customer_id]],
  ['phone_number: exact as stored', { phone_number: '4742140318' }, []],
  ['phone_number: stored without a plus', { phone_number: '4742999001' }, ['S-00113']],
  ['type: contacts stay out without it', { email: jorgen.email }, []],
  [
    'type=contact: includes the linked users',
    { search: 'C-30922', type: 'contact' },
    ['C-30922', 'B-20114', 'B-20098'],
  ],
  ['type=any: includes the linked users', { search: 'nora.lien@', type: 'any' }, ['C-30871', 'B-20098']],
  ['type=any: each id once', { search: 'B-20114', type: 'any' }, ['B-20114']],
  ['type=customer: contacts include no users', { search: 'C-30922', type: 'customer' }, []],
  ['linked users must meet tag_id', { search: 'C-30922', type: 'any', tag_id: tagIds.Bedriftsavtale }, []],
  ['linked users must meet since_datetime', { search: 'C-30922', type: 'any', since_datetime: nordvik.updated_at }, []],
  ['a contact of an unknown company includes no users', { search: 'S-00116', type: 'contact' }, ['S-00116', 'S-00109']],
  ['tag_id', { tag_id: tagIds.VIP, search: 'eirik', email: 'eirik.nordli@example.no' }, ['K-214530']],
  ['tag_id in capitals', { tag_id: tagIds.VIP.toUpperCase(), email: 'eirik.nordli@example.no' }, ['K-214530']],
  ['tag_id: a tag without customers', { tag_id: tagIds[tagNames.empty] }, []],
  ['tag_id: an unknown one', { tag_id: '00000000-0000-4000-8000-000000000000' }, []],
  ['token_value', { token_value: '2400000000214907' }, ['K-214907']],
  ['token_type and token_value', { token_type: 'membership_card', token_value: '2400000000214907' }, ['K-214907']],
  ['token_type and token_value of two tokens', { token_type: 'payment_card', token_value: '2400000000214907' }, []],
  ['a deleted token finds no customers', { token_value: '2400000000200001' }, []],
  ['attributes_keys', { attributes_keys: 'felt_1' }, ['S-00105']],
  ['attributes_keys: all of them', { attributes_keys: ['felt_1', 'points'] }, []],
  [
    'attributes_keys and values by position',
    { attributes_keys: ['felt_2', 'felt_3'], attributes_values: ['verdi 1', '2'] },
    ['S-00105'],
  ],
  [
    'attributes_values at the wrong position',
    { attributes_keys: ['felt_2', 'felt_3'], attributes_values: ['2', 'verdi 1'] },
    [],
  ],
  [
    'attributes: a key without a value has to exist',
    { attributes_keys: ['felt_2', 'felt_3'], attributes_values: 'verdi 1' },
    ['S-00105'],
  ],
  [
    'attributes: a key without a value that does not exist',
    { attributes_keys: ['felt_2', 'points'], attributes_values: 'verdi 1' },
    [],
  ],
  ['attributes: comma-separated', { attributes_keys: 'felt_2,felt_3', attributes_values: 'verdi 1,2' }, ['S-00105']],
  [
    'attributes: a member of an array',
    { attributes_keys: ['interests', 'felt_1'], attributes_values: ['Padel', '0'] },
    ['S-00105'],
  ],
  ['attributes: names and values are case-sensitive', { attributes_keys: 'felt_2', attributes_values: 'Verdi 1' }, []],
  ['token_type is case-sensitive', { token_type: 'Membership_card' }, []],
  ['attributes: a boolean as text', { attributes_keys: 'yes', attributes_values: 'true' }, ['S-00105']],
  ['attributes: an object has no text', { attributes_keys: 'nested', attributes_values: '[object Object]' }, []],
  [
    'all parameters apply together',
    {
      search: 'nora',
      email: nora.email,
      phone_number: nora.phone_number,
      type: 'customer',
      tag_id: tagIds.Gullmedlem,
      token_type: 'payment_card',
      attributes_keys: 'points',
      attributes_values: '1280',
    },
    ['K-214907'],
  ],
  ['one criterion that does not match gives no results', { search: 'nora', email: nora.email, type: 'company' }, []],
]

/** Invalid queries and the parameter that the 400 must name. */
const invalidQueries: [rule: string, query: Query, parameter: string][] = [
  ['limit 0', { limit: 0 }, 'limit'],
  ['limit 101', { limit: 101 }, 'limit'],
  ['limit x', { limit: 'x' }, 'limit'],
  ['limit 1e1', { limit: '1e1' }, 'limit'],
  ['an unknown parameter', { sort: 'name' }, 'sort'],
  ['a parameter of the object prototype', { constructor: '1' }, 'constructor'],
  ['a repeated parameter', 'limit=1&limit=2', 'limit'],
  ['an empty value', 'search=', 'search'],
  ['an invalid type', { type: 'person' }, 'type'],
  ['a tag that is not a UUID', { tag_id: 'vip' }, 'tag_id'],
  ['an invalid boolean', { include_deleted: 'yes' }, 'include_deleted'],
  ['an invalid total', { total: '1' }, 'total'],
  ['a plus that is a space', 'phone_number=+4742140318', 'phone_number'],
  ['an invalid phone', { phone_number: '12a' }, 'phone_number'],
  ['a date without a time', { since_datetime: '2026-01-01' }, 'since_datetime'],
  ['a time without a zone', { since_datetime: '2026-01-01T00:00:00' }, 'since_datetime'],
  ['an invalid date', { since_datetime: '2026-13-01T00:00:00Z' }, 'since_datetime'],
  [
    'since_datetime with starting_after',
    { since_datetime: '2026-01-01T00:00:00Z', starting_after: nora.id },
    'since_datetime',
  ],
  ['an unknown cursor', { starting_after: '00000000-0000-4000-8000-000000000000' }, 'starting_after'],
  ['a cursor that is not an id', { starting_after: nora.customer_id }, 'starting_after'],
  ['five attributes', { attributes_keys: ['a', 'b', 'c', 'd', 'e'] }, 'attributes_keys'],
  ['values without keys', { attributes_values: 'a' }, 'attributes_values'],
  ['more values than keys', { attributes_keys: 'a', attributes_values: ['a', 'b'] }, 'attributes_values'],
  ['a malformed escape', 'search=%zz', 'search'],
  ['half a character', 'search=%C3', 'search'],
]

describe('the collection finds', () => {
  test.each(validQueries)('%s', async (_, query, customerIds) => {
    const { status, body } = await sandbox.get('/customers/users', query)
    expect(status).toBe(200)
    expect(Array.isArray(body) && body.map(({ customer_id }) => customer_id)).toEqual(customerIds)
  })
})

describe('the collection rejects', () => {
  test.each(invalidQueries)('%s', async (_, query, parameter) => {
    const { status, body } = await sandbox.get('/customers/users', query)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: { message: expect.stringContaining(parameter), errors: [{ parameter }] } })
  })
})
