import { organizationNumber } from '../generate/details'
import { Random } from '../generate/random'
import { type Place, places, streets } from '../generate/seed-places'
import type { ReceiptStore } from './receipt'

/** The store on the other side of the border, where receipts are in Swedish kronor. */
export const swedishStore = 'Nordby'
export const webStore = 'Nettbutikken'

const placeOf = new Map<string, Place>(
  places.toReversed().flatMap((place) => place.stores.map((store) => [store, place] as const)),
)

/** The names of the stores: the favourite stores of the customers. */
export const storeNames = [...placeOf.keys()].toSorted()

const known = new Map<string, ReceiptStore>()

/** The store of a name, always with the same data. A favourite store that the chain does not have is a store too. */
export function storeOf(name: string): ReceiptStore {
  const existing = known.get(name)
  if (existing) return existing
  const random = new Random(`store ${name}`)
  const place = placeOf.get(name)
  const number = String(random.between(100, 999))
  const store: ReceiptStore = {
    id: `butikk-${number}`,
    name,
    business_name: `Nordlys Sport ${name} AS`,
    chain: 'Nordlys Sport',
    organization_number: organizationNumber(random),
    gln: `70800${String(random.int(100_000_000)).padStart(8, '0')}`,
    email: `butikk${number}@nordlys-sport.example.no`,
    phone_number: `+4725${String(random.int(1_000_000)).padStart(6, '0')}`,
    terminal_id: `T${random.between(1, 6)}`,
    ...(place && {
      address: {
        address_line: `${random.pick(streets)} ${random.between(1, 60)}`,
        postal_code: place.code,
        postal_place: place.place,
        country: 'NO',
      },
    }),
    ...(name === swedishStore && {
      address: { address_line: 'Nordbyvägen 1', postal_code: '452 93', postal_place: 'Strömstad', country: 'SE' },
    }),
  }
  // Customers have at most a few hundred stores; the ones that tests make up are not kept for ever.
  if (known.size > 1000) known.clear()
  known.set(name, store)
  return store
}
