import { createHash } from 'node:crypto'

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** A seeded source of random values (sfc32): the same seed gives the same sequence on every machine. */
export class Random {
  private a: number
  private b: number
  private c: number
  private d: number

  constructor(seed: string) {
    const digest = createHash('sha256').update(seed).digest()
    this.a = digest.readUInt32LE(0)
    this.b = digest.readUInt32LE(4)
    this.c = digest.readUInt32LE(8)
    this.d = digest.readUInt32LE(12)
  }

  /** An unsigned integer of 32 bits. */
  uint32(): number {
    const t = (this.a + this.b + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + t) | 0
    return t >>> 0
  }

  /** A number from 0 to 1, excluding 1. */
  fraction(): number {
    return this.uint32() / 4_294_967_296
  }

  /** An integer from 0 to `below`, excluding `below`. */
  int(below: number): number {
    return Math.floor(this.fraction() * below)
  }

  between(from: number, to: number): number {
    return from + this.int(to - from + 1)
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.int(values.length)]
    if (value === undefined) throw new Error('Nothing to pick from')
    return value
  }

  /** A version 4 UUID. */
  uuid(): string {
    return formatUuid(this.uint32(), this.uint32(), this.uint32(), this.uint32())
  }
}

/** Creates a function that picks a value by weight. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (random: Random) => T {
  const first = entries[0]
  if (!first) throw new Error('A weighted choice needs an entry')
  const ends: number[] = []
  let sum = 0
  for (const [, weight] of entries) {
    sum += weight
    ends.push(sum)
  }
  return (random) => {
    const at = random.fraction() * sum
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    return (entries[low] ?? first)[0]
  }
}

/** Adds weights to a list that is sorted from common to rare values, such as names. */
export function byRank<T>(values: readonly T[], flatness: number): [T, number][] {
  return values.map((value, rank) => [value, 1 / (rank + flatness)])
}

const uuidsOfNames = new Map<string, string>()

/** A UUID that only depends on the name. Each result is cached, so use it for few names. */
export function stableUuid(name: string): string {
  const known = uuidsOfNames.get(name)
  if (known) return known
  const made = uuidOf(name)
  uuidsOfNames.set(name, made)
  return made
}

function uuidOf(name: string): string {
  const digest = createHash('sha256').update(name).digest()
  return formatUuid(digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), digest.readUInt32LE(12))
}

function formatUuid(a: number, b: number, c: number, d: number): string {
  return (
    `${hex(a)}-${hexPairs[(b >>> 24) & 255]}${hexPairs[(b >>> 16) & 255]}-4${hexPairs[(b >>> 8) & 255]?.[0]}` +
    `${hexPairs[b & 255]}-${'89ab'[(c >>> 30) & 3]}${hexPairs[(c >>> 16) & 255]?.[0]}${hexPairs[(c >>> 8) & 255]}-` +
    `${hexPairs[c & 255]}${hexPairs[(c >>> 24) & 255]}${hex(d)}`
  )
}

function hex(value: number): string {
  return `${hexPairs[value >>> 24]}${hexPairs[(value >>> 16) & 255]}${hexPairs[(value >>> 8) & 255]}${hexPairs[value & 255]}`
}
