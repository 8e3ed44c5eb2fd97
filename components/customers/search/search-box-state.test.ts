import { expect, it } from 'vitest'
import {
  initialSearchBoxState,
  type SearchBoxAction,
  type SearchBoxState,
  searchBoxReducer,
} from '@/components/customers/search/search-box-state'
import { noListFilters } from '@/lib/customers/filters/customer-query'

const urlOf = (search: string, type = '') => ({
  filters: `?search=${search}${type}`,
  searchValue: search,
  text: search,
})
const initial = initialSearchBoxState(urlOf('nora'), null)
const after = (...actions: SearchBoxAction[]) => actions.reduce<SearchBoxState>(searchBoxReducer, initial)

const typed = (text: string): SearchBoxAction => ({ type: 'typed', text, caret: text.length })
const enter: SearchBoxAction = { type: 'submitted', trigger: 'enter' }
const sent = (text: string, trigger: 'pause' | 'enter', filters = `?search=${text}`): SearchBoxAction => ({
  type: 'sent',
  trigger,
  text,
  filters,
  baseFilters: noListFilters,
})
const problem = { kind: 'invalid' as const, at: 0, length: 1, value: 'x', expected: [] }

it('waits for a pause after a key, and sends at once on Enter', () => {
  expect(after(typed('kari'))).toMatchObject({ text: 'kari', pending: 'pause' })
  expect(after(typed('kari'), enter)).toMatchObject({ pending: 'enter', isSubmitted: true })
})

it('sends nothing when the text is again the one that was sent', () => {
  expect(after(typed('kari'), typed('nora')).pending).toBeNull()
})

it('sends the text that the server could not parse, to show its problems', () => {
  expect(initialSearchBoxState(urlOf(''), 'tag:VIPP')).toMatchObject({ text: 'tag:VIPP', pending: 'pause' })
})

it('sends nothing while an input method composes, and the composed text after a pause', () => {
  const composed = after({ type: 'typed', text: 'にほ', caret: 2, isComposing: true })
  expect(composed).toMatchObject({ text: 'にほ', pending: null, isOpen: false })
  expect(searchBoxReducer(composed, typed('日本'))).toMatchObject({ text: '日本', pending: 'pause', isOpen: true })
})

it('keeps the filters from before typing until Enter', () => {
  const paused = after(typed('kari'), sent('kari', 'pause'))
  expect(paused).toMatchObject({ pending: null, isTyping: true, baseFilters: noListFilters })
  expect(searchBoxReducer(paused, { type: 'left' }).isTyping).toBe(false)
  expect(after(typed('kari'), sent('kari', 'enter'))).toMatchObject({ isTyping: false, baseFilters: null })
})

it('keeps its text when the URL takes over what it has sent', () => {
  const state = after(typed('kari type:any'), sent('kari type:any', 'pause', '?search=kari&type=any'), {
    type: 'urlChanged',
    url: urlOf('kari', '&type=any'),
  })
  expect(state).toMatchObject({ text: 'kari type:any', isTyping: true })
})

it('follows a URL that something else has changed', () => {
  const state = after(typed('kari'), sent('kari', 'pause'), { type: 'urlChanged', url: urlOf('kari') }, typed('kar'), {
    type: 'urlChanged',
    url: urlOf('ola'),
  })
  expect(state).toMatchObject({ text: 'ola', sentText: 'ola', pending: null, baseFilters: null, isTyping: false })
})

it('keeps a text that is being typed when only filters beside the box change', () => {
  const state = after(typed('norah'), { type: 'urlChanged', url: urlOf('nora', '&type=any') })
  expect(state).toMatchObject({ text: 'norah', pending: 'pause', baseFilters: null })
})

it('opens the list for the problems of a submitted text, and not in the middle of typing', () => {
  const parsed: SearchBoxAction = { type: 'parsed', problems: [problem] }
  expect(after(typed('x:'), enter, parsed)).toMatchObject({ isOpen: true, problems: [problem], pending: null })
  expect(after(typed('x:'), { type: 'closed' }, parsed).isOpen).toBe(false)
})

it('closes the list when the text is several lines, which are looked up below it', () => {
  expect(after(typed('a@b.no; c@d.no'), { type: 'parsed', problems: [] })).toMatchObject({
    isOpen: false,
    pending: null,
  })
})

it('deactivates the option when the caret moves, and not when it stays', () => {
  const active = after(typed('ta'), { type: 'optionActivated', index: 1 })
  expect(searchBoxReducer(active, { type: 'caretMoved', caret: 2 }).activeOption).toBe(1)
  expect(searchBoxReducer(active, { type: 'caretMoved', caret: 1 }).activeOption).toBe(-1)
})
