import type { ListFilters } from '@/lib/customers/filters/customer-query'
import type { Problem } from '@/lib/customers/search-text/problem'

/** What makes the box send its text: a pause in typing, Enter, or the choice to search for it as plain text. */
export type SendTrigger = 'pause' | 'enter' | 'plain'

/** The filters in the URL, as the box follows them. */
export type FollowedUrl = {
  /** The canonical text of all filters. */
  filters: string
  /** The filter that the box shows, and how it is written there. */
  searchValue: string
  text: string
}

export type SearchBoxState = {
  /** The text of the input and the position of its caret. */
  text: string
  caret: number
  /** The text that the filters in the URL come from. */
  sentText: string
  /** Why the text is about to be sent; null when there is nothing to send. */
  pending: SendTrigger | null
  /** What is wrong in the text that was parsed last. */
  problems: Problem[]
  /** Whether Enter was pressed on this text. */
  isSubmitted: boolean
  /**
   * The filters from before typing began, without that of the box: a filter that leaves the text gets its value back.
   */
  baseFilters: ListFilters | null
  /** Whether typing continues since the last pause: one search is one entry of the history, whatever its pauses. */
  isTyping: boolean
  /** The canonical text of the filters that the box sent last. */
  sentFilters: string
  url: Omit<FollowedUrl, 'text'>
  /** The list below the box: whether it may be shown, and the index of the active option, or -1. */
  isOpen: boolean
  activeOption: number
}

export type SearchBoxAction =
  | { type: 'focused'; caret: number }
  | { type: 'caretMoved'; caret: number }
  /** While an input method composes, the text is not yet the one that is meant. */
  | { type: 'typed'; text: string; caret: number; isComposing?: boolean }
  | { type: 'submitted'; trigger: 'enter' | 'plain' }
  /** The text was parsed, and nothing of it is sent. */
  | { type: 'parsed'; problems: Problem[] }
  | { type: 'sent'; trigger: SendTrigger; text: string; filters: string; baseFilters: ListFilters }
  | { type: 'urlChanged'; url: FollowedUrl }
  | { type: 'optionActivated'; index: number }
  | { type: 'closed' }
  | { type: 'left' }

/** The state of a box that shows the text of the URL, or a text that the server could not parse. */
export function initialSearchBoxState({ text, ...url }: FollowedUrl, rejectedText: string | null): SearchBoxState {
  return {
    text: rejectedText ?? text,
    caret: 0,
    sentText: text,
    pending: rejectedText === null ? null : 'pause',
    problems: [],
    isSubmitted: false,
    baseFilters: null,
    isTyping: false,
    sentFilters: url.filters,
    url,
    isOpen: false,
    activeOption: -1,
  }
}

export function searchBoxReducer(state: SearchBoxState, action: SearchBoxAction): SearchBoxState {
  switch (action.type) {
    case 'focused':
      return { ...state, caret: action.caret, isOpen: true, activeOption: -1 }
    case 'caretMoved':
      return !state.isOpen || action.caret === state.caret ? state : { ...state, caret: action.caret, activeOption: -1 }
    case 'typed': {
      const isSent = action.text === state.sentText
      const problems = isSent ? [] : state.problems
      const { text, caret, isComposing = false } = action
      const pending = isSent || isComposing ? null : 'pause'
      return { ...state, text, caret, pending, problems, isSubmitted: false, isOpen: !isComposing, activeOption: -1 }
    }
    case 'submitted':
      return { ...state, pending: action.trigger, isSubmitted: true, isOpen: false, activeOption: -1 }
    case 'parsed':
      return {
        ...state,
        pending: null,
        problems: action.problems,
        // Without problems the rows below say what comes next, and the list would cover them.
        isOpen: action.problems.length > 0 && (state.isOpen || state.isSubmitted),
      }
    case 'sent': {
      const { trigger, text, filters, baseFilters } = action
      const isTyping = trigger === 'pause'
      return {
        ...state,
        text,
        sentText: text,
        sentFilters: filters,
        pending: null,
        problems: [],
        baseFilters: isTyping ? baseFilters : null,
        isTyping,
      }
    }
    case 'urlChanged':
      return followUrl(state, action.url)
    case 'optionActivated':
      return { ...state, isOpen: true, activeOption: action.index }
    case 'closed':
      return { ...state, isOpen: false, activeOption: -1 }
    case 'left':
      return { ...state, isOpen: false, activeOption: -1, isTyping: false }
  }
}

/**
 * The box takes over what the URL holds, unless the box itself has sent it. A text that is being typed stays if only
 * filters beside the box have changed.
 */
function followUrl(state: SearchBoxState, { text, ...url }: FollowedUrl): SearchBoxState {
  if (url.filters === state.sentFilters) return { ...state, url }
  const followed = { ...state, url, sentFilters: url.filters, baseFilters: null, isTyping: false }
  const isBeingTyped = state.text !== state.sentText && url.searchValue === state.url.searchValue
  return isBeingTyped ? followed : { ...followed, text, sentText: text, pending: null, problems: [] }
}
