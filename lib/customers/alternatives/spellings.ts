import { findLetterSites } from '@/lib/customers/alternatives/letter-sites'

/** In UTF-16 units: a longer text is no name, and a spelling may be longer than the text. */
const maxNameLength = 120
/** Where a text has more letters that are written in several ways, the others stay as they are. */
const maxSites = 24

type Draft = { text: string; odds: number; changes: number }

/** Letters in the case of those whose place they take. */
function inCaseOf(letters: string, typed: string, isAllCapitals: boolean): string {
  if (isAllCapitals) return letters.toUpperCase()
  const [first = ''] = typed
  return first === first.toLowerCase() ? letters : letters.charAt(0).toUpperCase() + letters.slice(1)
}

/**
 * Other ways to write a name, the likeliest first, at most `most`: `bjorgum` as `bjørgum`, `Gaasvaer` as `Gåsvær`,
 * `Öberg` as `Øberg`. Dintero keeps these letters apart (contract, `search-keeps-letters`), and people do not: a keyboard, a
 * mail or another system had no others. None for a text without such letters, and for one with an `@` or a digit, which is
 * no name. Each letter is judged by itself and by the letters around it, and the odds of what is changed are added up.
 */
export function findSpellings(typed: string, most: number): string[] {
  const text = typed.normalize('NFC')
  if (text.length > maxNameLength || /[@\d]/.test(text)) return []
  const lower = text.toLowerCase()
  // A letter whose lower case is longer would move all that follow.
  if (lower.length !== text.length) return []
  const isAllCapitals = text.length > 1 && text === text.toUpperCase()
  let drafts: Draft[] = [{ text: '', odds: 0, changes: 0 }]
  let end = 0
  for (const { at, length, others } of findLetterSites(lower).slice(0, maxSites)) {
    const between = text.slice(end, at)
    const own = text.slice(at, at + length)
    end = at + length
    const choices = [
      { letters: own, odds: 0, changes: 0 },
      ...others.map(({ letters, odds }) => ({ letters: inCaseOf(letters, own, isAllCapitals), odds, changes: 1 })),
    ]
    drafts = drafts
      .flatMap((draft) =>
        choices.map(({ letters, odds, changes }) => ({
          text: draft.text + between + letters,
          odds: draft.odds + odds,
          changes: draft.changes + changes,
        })),
      )
      .sort((a, b) => b.odds - a.odds)
      // Two ways may lead to one text, which takes the place of one.
      .filter(({ text, changes }, index, all) => {
        return index === all.findIndex((one) => one.text === text && (one.changes === 0) === (changes === 0))
      })
      // One more than is returned, since the unchanged text is among them.
      .slice(0, most + 1)
  }
  const spellings = drafts.flatMap(({ text: begin, changes }) => (changes === 0 ? [] : [begin + text.slice(end)]))
  return spellings.slice(0, most)
}
