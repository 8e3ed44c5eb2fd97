import { namesOf } from '@/lib/customers/search-text/operators/words'

/** What a label says that its value is. `other` only says that a value follows. */
export type LabelKind = 'email' | 'phone' | 'id' | 'name' | 'other'

/** What people write, beside the names of the operators for the same values. */
const words: Record<Exclude<LabelKind, 'other'>, string> = {
  email:
    'e-post|e-?postadresse|epostadr|e-mail|mail|(?:e-?)?mail[ -]?(?:adresse|address)|(?:fra|til|kopi|from|to|cc|bcc|reply-to|svar til)',
  phone:
    'tlf|tel|telephone|phone_number|ph|mob|mobil|mobile|cell|cell ?phone|fon|mobiltelefon|tlfnr|telefonnr|mobilnr|telefonnummer|mobilnummer|(?:(?:tele|mobile |cell )?phone|telephone|mobile|tel|contact) (?:number|no|nr)|(?:tlf|tel|mob|mobil|telefon)[. -]{0,2}(?:nr|nummer|no|privat|jobb|arbeid)|ring|call|sms|whatsapp|m|t|p|kontakttelefon|hjemmetelefon|direkte|direct|sentralbord|switchboard',
  id: 'kundenr|kundenummer|kunde[ -]?(?:nr|nummer|id)|customer[ _-]?(?:no|nr|number|id)|cust[ -]?(?:no|id)|client[ -]?(?:no|number|id)|kid|medlemsnr|medlemsnummer|medlems[ -]?(?:nr|nummer|id)|member(?:ship)?[ -]?(?:no|number|id)|ref|nr|no',
  name: 'navn|kundens navn|kundenavn|fullt navn|kunde|full name|customer(?: name)?|kontakt(?:person)?|contact(?: (?:person|name))?|firma(?:navn)?|bedrift|company(?: name)?|medlem|member|att|attn|v/|innringer|caller',
}
/** Labels that say nothing else, so that they need no colon before a digit: `Kundenr. K-214907`, `Tlf 42 14`. */
const unambiguous: readonly (readonly [LabelKind, RegExp])[] = [
  [
    'id',
    /^(?:kunde[ -]?(?:nr|nummer|id)|customer[ _-]?(?:no|nr|number|id)|medlems[ -]?(?:nr|nummer|id))\.? (?=#?[\w-]*\d)/i,
  ],
  ['phone', /^(?:tlf|tel|telefon|phone|mob|mobil|mobile)\.? (?=[+(]{0,2}\d)/i],
]

const forms = Object.entries(words).map(
  ([kind, form]) => [kind as LabelKind, new RegExp(`^(?:${namesOf(kind).join('|')}|${form})\\.?$`, 'i')] as const,
)
const maxLabelLength = 30

/** The kind of a label, without its colon; null for a word that is none. */
export function labelKindOf(label: string): LabelKind | null {
  const bare = label.trim()
  return bare.length > maxLabelLength ? null : (forms.find(([, form]) => form.test(bare))?.[0] ?? null)
}

/** A label at the beginning of a text, and what follows it; null where none stands there. */
export function splitLabel(text: string): { kind: LabelKind; rest: string } | null {
  const head = text.slice(0, maxLabelLength + 2)
  const colon = /[:=]/.exec(head)?.index ?? -1
  if (colon > 0) {
    // In `mobil (privat): 42 14 03 18` the brackets say more about the label.
    const kind = labelKindOf(head.slice(0, colon).replace(/ ?\([^()]*\)$/, ''))
    if (kind !== null) return { kind, rest: text.slice(colon + 1).trimStart() }
  }
  for (const [kind, form] of unambiguous) {
    const label = form.exec(head)?.[0]
    if (label !== undefined) return { kind, rest: text.slice(label.length) }
  }
  return null
}
