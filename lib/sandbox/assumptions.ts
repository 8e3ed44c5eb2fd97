/**
 * The assumptions that the contract makes where Dintero publishes nothing, and at the end what it publishes outside of
 * the page of the collection. The code, the README, the flag `--deviate`
 * and the conformance command refer to each assumption by its name.
 */
export const assumptions = {
  'cursor-is-id': 'starting_after takes the id, not the customer_id',
  'newest-first': 'the list is ordered by created_at, then id, newest first',
  'changes-oldest-first': 'with since_datetime the order is updated_at, then id, oldest first',
  'total-ignores-cursor': 'total-count counts what the filter matches, without the cursor',
  'total-with-since': 'total works together with since_datetime',
  'total-counts-linked-users': 'total-count counts the users that matching contacts bring along',
  'linked-users-meet-filters': 'linked users must themselves meet tag_id and attributes_*',
  'no-type-brings-nobody': 'without type, contacts bring nobody',
  'tombstone-answers-200': 'the single call answers 200 with the tombstone of a deleted customer',
  'unknown-cursor-is-400': 'an unknown cursor is 400',
  'deleted-cursor-holds': 'a cursor whose customer was deleted still holds its place',
  'no-call-takes-id': 'no call takes the internal id, the cursor apart',
  'attributes-compare-as-text': 'attribute values compare as the text of the JSON scalar',
  'attributes-match-any-member': 'of an attribute that is an array, any member matches',
  'search-folds-case': 'search folds case',
  'search-keeps-letters': 'search does not find ø by o, æ by ae, å by a or aa',
  'search-no-phrase': 'search does not find "first last" as one phrase',
  'search-phone-without-plus': 'search finds a phone without its +',
  'search-finds-tombstones': 'search finds a tombstone by its customer_id',
  'terms-are-paged': 'the terms of an account come ten at a time unless limit says otherwise',
  'deleted-term-by-id': 'deleted terms are still found by their id',
  'head-is-off': 'HEAD of the collection is 405, as users.head.enabled is off by default',
  'tombstone-tokens-answer-200': 'the tokens of a deleted customer can still be listed',
  'receipts-newest-first': 'the receipts of a customer come newest first',
  'receipts-cursor-in-body': 'starting_after in the body of a page of receipts leads to the next page',
  'receipts-of-nobody-are-empty': 'an id that is no customer has an empty list of receipts',
  'receipt-amounts-are-minor': 'amounts of receipts are in the minor unit of the currency',
  'receipt-search-names-customer': 'a receipt that is found by its number has the customer_id',
  'receipt-names-customer': 'a whole receipt has the customer_id under which it is kept',
  'cards-by-card-id': 'a card is called by its card_id, and not by its id',
  'cards-of-nobody-are-empty': 'an id that is no customer has an empty list of cards',
  'card-transactions-by-card-id': 'the movements of a card are called by its card_id',
  'rules-cursor-is-ref-id': 'starting_after of the rules of a customer takes the ref_id',
  'rules-of-nobody-are-empty': 'an id that is no customer has an empty list of rules',
  'rules-by-ref-id': 'one rule of a customer is called by its ref_id',
  'claims-of-nobody-are-empty': 'an id that is no customer has an empty list of claims',
  'claims-by-ref': 'with ref, the claims are those of that purchase alone',
  'departments-of-all-customers': 'the departments of an organization number are those of all customers with it',
  'departments-of-nobody-are-empty': 'an organization number of nobody has an empty list of departments',
  'register-is-public': 'the register of companies answers without a token',
  'register-knows-companies': 'the register of companies knows a company by its organization number',
  'register-of-nobody-is-empty': 'an organization number that is not registered has an empty list of organizations',
  'four-address-types': 'the type of an address is custom, home, work or other',
} as const

export type AssumptionId = keyof typeof assumptions

/** Whether the sandbox follows an assumption. When started with `--deviate`, it does the opposite. */
export type Holds = (id: AssumptionId) => boolean

/** All assumptions hold except the named ones. Throws for an unknown name. */
export function allHoldExcept(names: readonly string[]): Holds {
  for (const name of names) {
    if (!Object.hasOwn(assumptions, name)) throw new Error(`${name} is no assumption`)
  }
  return (id) => !names.includes(id)
}
