import type { KeyboardEvent } from 'react'
import type { SearchBox } from '@/components/customers/search/use-search-box'
import type { Suggestion } from '@/components/customers/search/use-suggestions'
import { isComposingKey, runCommand } from '@/components/ui/commands'

type ComboboxOptions = {
  box: SearchBox
  suggestions: Suggestion[]
  /** Whether the list below the box is shown. */
  isListed: boolean
  onChoose: (suggestion: Suggestion) => void
}

/**
 * Handles the keys of the box (ARIA Authoring Practices, "Combobox"). Where no option is listed, the arrow down leads into the
 * rows, and a second Enter opens the marked one. Shift and Enter search for the text as it stands.
 */
export function handleComboboxKey(event: KeyboardEvent<HTMLInputElement>, options: ComboboxOptions): void {
  const { box, suggestions, isListed, onChoose } = options
  const { state, dispatch } = box
  const isCompleting = isListed && state.text.trim() !== ''
  if (isComposingKey(event.nativeEvent)) return
  if (event.key === 'Escape') {
    // The browser would empty the input.
    event.preventDefault()
    if (isListed) dispatch({ type: 'closed' })
    else event.currentTarget.blur()
  } else if (event.key === 'ArrowDown' && !isListed && runCommand(event.key)) {
    event.preventDefault()
    event.currentTarget.blur()
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && suggestions.length > 0) {
    event.preventDefault()
    // Beyond the last option, the active one is the text itself, which is -1.
    const positions = suggestions.length + 1
    const step = event.key === 'ArrowDown' ? 1 : -1
    const index = state.isOpen ? ((state.activeOption + 1 + step + positions) % positions) - 1 : -1
    dispatch({ type: 'optionActivated', index })
  } else if (event.key === 'Tab' && isCompleting && !event.shiftKey) {
    const chosen = suggestions[Math.max(0, state.activeOption)]
    if (!chosen) return
    event.preventDefault()
    onChoose(chosen)
  } else if (event.key === 'Enter') {
    const [only, ...others] = suggestions
    const sole = isCompleting && only?.isValue && others.length === 0 ? only : undefined
    const chosen = (isListed && suggestions[state.activeOption]) || (event.shiftKey ? undefined : sole)
    if (chosen) onChoose(chosen)
    else if (event.shiftKey) dispatch({ type: 'submitted', trigger: 'plain' })
    else if (!state.isSubmitted || state.pending !== null || !runCommand(event.key)) return
    event.preventDefault()
  }
}
