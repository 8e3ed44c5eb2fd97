/** How many receipts named people have, and the earlier ids under which some of them are kept. */
export const receiptCounts: { readonly [customerId: string]: number } = {
  /** Eirik Nordli Haugen, the fullest customer. */
  'K-214530': 400,
  /** Nora Bjørgum, who became a member at the till a minute ago. */
  'K-214907': 0,
  /** Nordvik Rør & Varme. */
  'B-20114': 36,
  /** Wenche Refsnes, who buys for Nordvik under her own id. */
  'C-30923': 4,
  /** Norunn Sæther, whose receipts are in two currencies. */
  'K-214866': 18,
  'K-213992': 25,
  'K-212118': 12,
  'K-212119': 3,
  /** Anne-Grethe Nordskog has never bought anything. */
  'K-211804': 0,
  'S-00005': 0,
  'S-00112': 9,
}

/** The earlier ids of customers, newest first: receipts stay under the id of their time (contract). */
export const formerIds: readonly { id: string; of: string; until: string; count: number }[] = [
  { id: 'S-OLD-7', of: 'S-00112', until: '2025-03-04T10:11:12.131Z', count: 14 },
  { id: 'S-OLDER-3', of: 'S-00112', until: '2021-01-01T00:00:00.000Z', count: 2 },
]
