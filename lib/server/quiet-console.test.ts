import { afterEach, expect, it, vi } from 'vitest'
import { log } from '@/lib/server/log'
import { quietConsole } from '@/lib/server/quiet-console'

const { error, warn } = console
afterEach(() => Object.assign(console, { error, warn }))

it('writes no text of what a library reports, only its class', () => {
  const printed = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  quietConsole()
  console.error(new TypeError('Received "a stranger’s text"'))
  console.warn('⨯ internal image response failed for %s', '/a-strangers-path')
  console.error('failed', Object.assign(new Error('a text'), { name: 'a name of a stranger' }))
  const lines = vi.mocked(log).mock.calls
  expect(lines).toEqual([
    ['error', 'a library reported a problem', expect.objectContaining({ error: 'TypeError' })],
    ['warn', 'a library reported a problem', { error: 'string' }],
    ['error', 'a library reported a problem', expect.objectContaining({ error: 'Error' })],
  ])
  expect(JSON.stringify(lines)).not.toContain('stranger')
  expect(printed).not.toHaveBeenCalled()
})
