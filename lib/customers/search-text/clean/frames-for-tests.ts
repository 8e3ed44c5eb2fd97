import { encodeSegment } from '@/lib/encode-segment'

/** The ways in which people write a value, as they come off mails, signatures, sheets and messages. */
export type Frame = readonly [name: string, write: (value: string) => string]

/** What may stand around a value of any kind. */
export const anyFrames: readonly Frame[] = [
  ['alone', (value) => value],
  ['outer spaces', (value) => `  ${value}\u00a0`],
  ['a line break and a tab', (value) => `\t${value}\r\n`],
  ['zero width space', (value) => `\u200b${value}\u200b`],
  ['byte order mark', (value) => `\ufeff${value}`],
  ['direction marks', (value) => `\u202a${value}\u202c`],
  ['a soft hyphen', (value) => `${value.slice(0, 2)}\u00ad${value.slice(2)}`],
  ['decomposed letters', (value) => value.normalize('NFD')],
  ['round brackets', (value) => `(${value})`],
  ['square brackets', (value) => `[${value}]`],
  ['pointed brackets', (value) => `<${value}>`],
  ['curly brackets', (value) => `{${value}}`],
  ['brackets in brackets', (value) => `[(${value})]`],
  ['half a pair of brackets', (value) => `(${value}`],
  ['the other half', (value) => `${value})`],
  ['English quotes', (value) => `“${value}”`],
  ['German quotes', (value) => `„${value}“`],
  ['Norwegian quotes', (value) => `«${value}»`],
  ['straight quotes', (value) => `"${value}"`],
  ['single quotes', (value) => `'${value}'`],
  ['typographic single quotes', (value) => `‘${value}’`],
  ['code marks', (value) => `\`${value}\``],
  ['bold text', (value) => `*${value}*`],
  ['a full stop', (value) => `${value}.`],
  ['a comma', (value) => `${value},`],
  ['a semicolon', (value) => `${value};`],
  ['a question', (value) => `${value}?!`],
  ['brackets and a full stop', (value) => `(${value}).`],
  ['a list', (value) => `- ${value}`],
  ['a bullet', (value) => `• ${value}`],
  ['a quoted mail', (value) => `> ${value}`],
]

export const emailFrames: readonly Frame[] = [
  ...['E-post', 'Epost', 'e-post', 'Email', 'E-mail', 'Mail', 'E-postadresse', 'email', 'Fra', 'To'].map(
    (label): Frame => [`${label}:`, (value) => `${label}: ${value}`],
  ),
  ['a label without a space', (value) => `E-post:${value}`],
  ['a label with an equals sign', (value) => `email=${value}`],
  ['mailto:', (value) => `mailto:${value}`],
  ['mailto: with a subject', (value) => `mailto:${value}?subject=Hei%20der&body=x`],
  ['mailto: percent-encoded', (value) => `mailto:${encodeSegment(value)}`],
  ['percent-encoded', (value) => encodeSegment(value)],
  ['a name before', (value) => `Kari Nordmann <${value}>`],
  ['a quoted name before', (value) => `"Nordmann, Kari" <${value}>`],
  ['a name after', (value) => `${value} (Kari Nordmann)`],
  ['a link of a mail program', (value) => `${value}<mailto:${value}>`],
  ['a sentence', (value) => `Kunden heter Kari og har ${value}, ring henne.`],
  ['a signature', (value) => `Kari Nordmann | ${value} | Oslo`],
  ['a subject', (value) => `${value}?subject=Hei`],
  ['a link in HTML', (value) => `<a href="mailto:${value}">Skriv til oss</a>`],
  ['spaces at the sign', (value) => value.replace('@', ' @ ')],
  ['a wide sign', (value) => value.replace('@', '＠')],
  ['a hidden sign', (value) => value.replace('@', ' (at) ')],
  ['capitals', (value) => value.toUpperCase()],
]

const grouped = (value: string, ...ends: number[]) => {
  const digits = value.replace('+47', '')
  return ends.map((end, at) => digits.slice(ends[at - 1] ?? 0, end)).join(' ')
}
const national = (value: string) => value.replace('+47', '')

/** For Norwegian numbers in E.164. */
export const phoneFrames: readonly Frame[] = [
  ...['Tlf', 'Tlf.', 'Mob.', 'Mob', 'Mobil', 'Telefon', 'Phone', 'phone', 'Mobile', 'Tel', 'Tlf. nr.', 'M', 'Cell'].map(
    (label): Frame => [`${label}:`, (value) => `${label}: ${grouped(value, 2, 4, 6, 8)}`],
  ),
  ['a label without a colon', (value) => `Mob. ${grouped(value, 3, 5, 8)}`],
  ['a label that nobody knows', (value) => `Ring meg på: ${grouped(value, 2, 4, 6, 8)}`],
  ['pairs', (value) => grouped(value, 2, 4, 6, 8)],
  ['3-2-3', (value) => grouped(value, 3, 5, 8)],
  ['dots', (value) => grouped(value, 2, 4, 6, 8).replaceAll(' ', '.')],
  ['hyphens', (value) => grouped(value, 2, 4, 6, 8).replaceAll(' ', '-')],
  ['typographic hyphens', (value) => grouped(value, 2, 4, 6, 8).replaceAll(' ', '–')],
  ['narrow spaces', (value) => grouped(value, 2, 4, 6, 8).replaceAll(' ', '\u202f')],
  [
    'digits of full width',
    (value) => national(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  ],
  ['0047', (value) => `0047 ${grouped(value, 2, 4, 6, 8)}`],
  ['47 without a plus', (value) => value.slice(1)],
  ['(+47)', (value) => `(+47) ${grouped(value, 3, 5, 8)}`],
  ['+47 (0)', (value) => `+47 (0) ${grouped(value, 2, 4, 6, 8)}`],
  ['tel:', (value) => `tel:${value}`],
  ['tel: with an extension', (value) => `tel:${value};ext=12`],
  ['tel: percent-encoded', (value) => `tel:${encodeSegment(value)}`],
  ['ext.', (value) => `${grouped(value, 2, 4, 6, 8)} ext. 12`],
  ['x12', (value) => `${value} x12`],
  ['linje', (value) => `${grouped(value, 2, 4, 6, 8)}, linje 3`],
  ['(mobil)', (value) => `${grouped(value, 2, 4, 6, 8)} (mobil)`],
  ['a name before', (value) => `Kari Nordmann ${grouped(value, 2, 4, 6, 8)}`],
  ['a name after', (value) => `${value} - Kari Nordmann`],
  ['a sentence', (value) => `Hei, ring meg på ${grouped(value, 3, 5, 8)} etter 16.`],
  ['a signature', (value) => `Kari Nordmann | M: ${value} | Oslo`],
]

export const idFrames: readonly Frame[] = [
  ...['Kundenr', 'Kundenr.', 'Kundenummer', 'Kunde-ID', 'Kunde nr.', 'Customer id', 'Customer no.', 'ID', 'id'].map(
    (label): Frame => [`${label}:`, (value) => `${label}: ${value}`],
  ),
  ['a label without a colon', (value) => `Kundenr. ${value}`],
  ['a number sign', (value) => `#${value}`],
  ['a typographic hyphen', (value) => value.replace('-', '‑')],
  ['a dash with spaces', (value) => value.replace('-', ' – ')],
  ['small letters', (value) => value.toLowerCase()],
  ['a name before', (value) => `Kari Nordmann (${value})`],
  ['a sentence', (value) => `Gjelder kunde ${value}, takk.`],
]

const parts = (value: string) => [value.slice(0, value.indexOf(' ')), value.slice(value.indexOf(' ') + 1)] as const

/** For a first and a last name. */
export const nameFrames: readonly Frame[] = [
  ...['Navn', 'Name', 'Kunde', 'Customer', 'Kontakt', 'Att.'].map(
    (label): Frame => [`${label}:`, (value) => `${label}: ${value}`],
  ),
  ...['Hr.', 'Herr', 'Fru', 'Frk.', 'Dr.', 'Mr.', 'Mrs.', 'Ms'].map(
    (title): Frame => [title, (value) => `${title} ${value}`],
  ),
  ['the last name first', (value) => parts(value).toReversed().join(', ')],
  ['the last name first, without a space', (value) => parts(value).toReversed().join(',')],
  ['several spaces', (value) => value.replace(' ', '   ')],
  ['capitals', (value) => value.toUpperCase()],
]
