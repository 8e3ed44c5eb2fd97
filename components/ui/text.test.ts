import { expect, it } from 'vitest'
import { visibleText } from '@/components/ui/text'

it.each([
  ['Kari Ødegård', 'Kari Ødegård'],
  ['abc\u202egpj.exe', 'abc⟨U+202E⟩gpj.exe'],
  ['a\u200bb\ufeff', 'a⟨U+200B⟩b⟨U+FEFF⟩'],
  ['a\u0000b', 'a⟨U+0000⟩b'],
  ['half \ud83d of a pair', 'half ⟨U+D83D⟩ of a pair'],
  ['two\nlines', 'two\nlines'],
  ['👩‍💻', '👩‍💻'],
  ['محمد', 'محمد'],
])('%j is shown as %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown)
})
