import { afterEach, expect, it, vi } from 'vitest'
import { readSessionItem, writeSessionItem } from '@/lib/session-storage'

afterEach(() => {
  vi.unstubAllGlobals()
})

it('does nothing when the browser refuses access or has no room', () => {
  const refuse = () => {
    throw new DOMException('refused', 'QuotaExceededError')
  }
  vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  writeSessionItem('key', 'value')
  writeSessionItem('key', null)
  expect(readSessionItem('key')).toBeNull()
})

it('returns null for a stored text that is not JSON', () => {
  vi.stubGlobal('sessionStorage', { getItem: () => '{' })
  expect(readSessionItem('key')).toBeNull()
})
