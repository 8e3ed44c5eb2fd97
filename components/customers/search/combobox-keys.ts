import type { KeyboardEvent } from 'react'
import type { SearchBox } from '@/components/customers/search/use-search-box'
import type { Suggestion } from '@/components/customers/search/use-suggestions'

type ComboboxOptions = {
  box: SearchBox
  suggestions: Suggestion[]
  /** Whether the list below the box is shown. */
  isListed: boolean
  onChoose: (suggestion: Suggestion) => void
}

/** Handles the keys of the box (ARIA Authoring Practices, "Combobox"). Shift and Enter search for the text as it stands. */
export function handleComboboxKey(event: KeyboardEvent<HTMLInputElement>, options: ComboboxOptions): void {
  const { box, suggestions, isListed, onChoose } = options
  const { state, dispatch } = box
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Escape') {
    // The browser would empty the input.
    event.preventDefault()
    if (isListed) dispatch({ type: 'closed' })
    else event.currentTarget.blur()
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && suggestions.length > 0) {
    event.preventDefault()
    // Beyond the last option, the active one is the text itself, which is -1.
    const positions = suggestions.length + 1
    const step = event.key === 'ArrowDown' ? 1 : -1
    const index = state.isOpen ? ((state.activeOption + 1 + step + positions) % positions) - 1 : -1
    dispatch({ type: 'optionActivated', index })
  } else if (event.key === 'Enter') {
    const chosen = isListed ? suggestions[state.activeOption] : undefined
    if (!chosen && !event.shiftKey) return
    event.preventDefault()
    if (chosen) onChoose(chosen)
    else dispatch({ type: 'submitted', trigger: 'plain' })
  }
}
