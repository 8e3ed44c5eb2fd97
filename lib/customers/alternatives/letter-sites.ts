/** Letters of a text that people write in several ways. */
export type LetterSite = {
  at: number
  length: number
  /** What else may stand there, each with how likely it is: log odds, so that 0 is as likely as not. */
  others: { letters: string; odds: number }[]
}

/** What else people write for some letters, the longest first: `aa` is one site and not two. */
const rules: Record<string, Record<string, number>> = {
  aa: { å: 0.3, a: -3 },
  ae: { æ: 0.8, ä: -2 },
  oe: { ø: 0.4, øe: -0.5, ö: -2, o: -3 },
  o: { ø: -1.5, ö: -4, oe: -4.2 },
  a: { å: -1.8, aa: -3.3, ä: -4, æ: -4.5 },
  e: { é: -4.5 },
  ø: { o: -1, ö: -1.3, oe: -1.6 },
  æ: { ae: -1, ä: -1.3, e: -3 },
  å: { aa: -1, a: -1.3 },
  ö: { ø: 1, o: -1.2, oe: -1.6 },
  ä: { æ: 1, a: -1.2, ae: -1.6 },
}
const siteLetters = new RegExp(`${Object.keys(rules).join('|')}|[\\u00df-\\u017f]`, 'g')

/** The odds of a letter without its mark: `é`, `è`, `ü`. */
const withoutMarkOdds = -0.5
/** Who types one of these letters has them all on the keyboard, and means the plain ones. */
const hasOwnLetters = /[åæäöø]/
const plainOdds = -3

/**
 * Where, in the names of people and places, a plain letter stands for another one more often or less often than elsewhere.
 * A space is the end of a word.
 */
const contexts: Record<string, [RegExp, number][]> = {
  o: [
    [/(?<=[bdkmst]j)o/y, 2.5], // Bjørn, Sjøberg
    [/(?<= j)or[ag]/y, 2], // Jørgen
    [/o[yi]/y, 2.5], // Øyvind
    [/(?<= )o(?:st|ver|vre|de|rj)/y, 2], // Østby, Øverland, Ødegård
    [/(?<= )ok/y, 1], // Økland
    [/(?<= )o/y, -1], // Ole, Odd
    [/(?<=[^ ])o /y, 1.5], // Nordbø
    [/(?<=[rl])o[dkv]/y, 1], // Rød, Løken
    [/(?<= [shm])or/y, 1], // Sørensen
    [/(?<=r)on/y, 1], // Rønning
    [/(?<= t)o[mn][mn]/y, 1.5], // Tønnessen
    [/(?<=th?|n)or/y, -2], // Tor, Nordby
    [/o[abhlm]/y, -1], // Johan, Sofie
    [/(?<=s)on /y, -2],
  ],
  a: [
    [/(?<=g)ard/y, 3], // Nygård
    [/(?<= h)ak/y, 2.5], // Håkon
    [/(?<= )a(?:s[ehm]?|ge|dne) /y, 1.5], // Ås, Åge
    [/(?<= )as[ehmn]/y, 1.5], // Åse, Åsheim
    [/(?<= (?:[bkp]|st))a(?:l|rd|re|le)(?:e|sen)? /y, 2], // Pål, Bård, Kåre, Ståle
    [/(?<=v)a[gl]/y, 1], // Vågen
    [/(?<=[gk])a[rs]/y, 0.5], // Skår
    [/(?<=r)a(?:s |t)/y, 1.5], // Tømmerås, Bråten
    [/a[ n]/y, -2.5], // Anna
    [/a[imou]/y, -1.5],
  ],
}

function contextOdds(letter: string, padded: string, at: number): number {
  let odds = 0
  for (const [pattern, weight] of contexts[letter] ?? []) {
    pattern.lastIndex = at
    if (pattern.test(padded)) odds += weight
  }
  return odds
}

/** The sites of a text in lower case, in their order. */
export function findLetterSites(text: string): LetterSite[] {
  const padded = ` ${text.replace(/\P{L}/gu, ' ')} `
  const isPlain = hasOwnLetters.test(text)
  return [...text.matchAll(siteLetters)].flatMap(({ 0: letters, index: at }) => {
    const { length } = letters
    const known = rules[letters]
    if (known === undefined) {
      const bare = letters.normalize('NFD').replace(/\p{M}/gu, '')
      return bare === letters ? [] : [{ at, length, others: [{ letters: bare, odds: withoutMarkOdds }] }]
    }
    const isAscii = letters < '\x7f'
    const odds = contextOdds(letters, padded, at + 1) + (isAscii && isPlain ? plainOdds : 0)
    return [{ at, length, others: Object.entries(known).map(([to, own]) => ({ letters: to, odds: own + odds })) }]
  })
}
