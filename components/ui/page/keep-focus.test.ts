import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findNearest, keepFocus } from '@/components/ui/page/keep-focus'

beforeEach(() => {
  // The DOM of these tests has no layout: what is to be invisible says so.
  HTMLElement.prototype.checkVisibility = function checkVisibility() {
    return !this.closest('[hidden]')
  }
})
afterEach(() => {
  document.body.innerHTML = ''
})

function render(html: string): HTMLElement {
  document.body.innerHTML = `<main tabindex="-1">${html}</main>`
  const main = document.querySelector('main')
  if (!main) throw new Error('the page has no main content')
  return main
}
const one = (id: string) => document.getElementById(id)

describe('the nearest control', () => {
  it.each([
    ['<button id=a></button><i id=gone></i><button id=b></button>', 'b', 'what follows'],
    ['<button id=a></button><i id=gone></i>', 'a', 'what stands before, where nothing follows'],
    [
      '<i id=gone></i><button disabled></button><p hidden><a href=/ ></a></p><a id=b href=/ ></a>',
      'b',
      'what can be used',
    ],
    ['<i id=gone></i><div id=b data-region tabindex=-1></div>', 'b', 'a region without a control'],
    ['<i id=gone></i><div data-region tabindex=-1><button id=b></button></div>', 'b', 'the control in a region'],
  ])('of %s is %s: %s', (html, id) => {
    expect(findNearest(render(html), one('gone'))).toBe(one(id))
  })

  it('is none where there is none', () => {
    expect(findNearest(render('<p>no control</p>'), null)).toBeNull()
  })
})

describe('the focus', () => {
  const settled = (id: string) => vi.waitUntil(() => document.activeElement === one(id))

  it('goes to what follows when its control is removed, and to the main content where nothing is left', async () => {
    const main = render('<div id=bar><button id=a></button><button id=b></button></div>')
    main.id = 'main'
    keepFocus()
    one('a')?.focus()
    one('a')?.remove()
    await settled('b')
    one('bar')?.remove()
    await settled('main')
  })

  it('stays away where a person has left a control', async () => {
    render('<button id=a></button><button id=b></button>')
    keepFocus()
    one('a')?.focus()
    one('a')?.blur()
    one('b')?.remove()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(document.activeElement).toBe(document.body)
  })
})
