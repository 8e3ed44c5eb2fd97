const title =
  /^(?:herr|hr|fru|frøken|frk|dr|doktor|prof|professor|mr|mrs|ms|mx|sir|madam|mister)(?:\.\s*|\s+)(?=\p{L})/iu
const companyForm = /(?:^|\s)(?:as|asa|ab|aps|a\/s|ans|da|enk|nuf|sa|oy|oyj|inc|ltd|llc|gmbh|co)\.?$/i
/** One to four words of letters, as the parts of a name are. */
const part = /^\p{L}[\p{L}\p{M}'.-]*(?: \p{L}[\p{L}\p{M}'.-]*){0,3}$/u

/** A name as Dintero holds it: without a title before it, and with the first name before the last. */
export function toName(text: string): string {
  if (companyForm.test(text)) return text
  const bare = withoutTitles(text)
  const [last = '', first = '', ...more] = bare.split(/\s*,\s*/, 3)
  const isTurned = more.length === 0 && part.test(last) && part.test(first) && !companyForm.test(last)
  return isTurned ? withoutTitles(`${withoutTitles(first)} ${last}`) : bare
}

function withoutTitles(text: string): string {
  let bare = text
  for (;;) {
    const next = bare.replace(title, '')
    if (next === bare) return bare
    bare = next
  }
}
