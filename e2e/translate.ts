import type { Page } from '@playwright/test'

/** What the translation of every text ends with, so that a test can tell it from the text itself. */
export const translated = '\u00b7'

/**
 * Does to the document what the translation of a browser does (Google Translate, seen in React issue 11538): every text
 * node is replaced by two elements with another text, also those that come later. React then holds text nodes that are in
 * no document. Only `translate="no"` is left alone. A new document has to be translated again.
 */
export async function translate(page: Page): Promise<void> {
  await page.evaluate((mark) => {
    const translateText = (text: Text) => {
      const parent = text.parentElement
      if (!parent?.translate || text.data === '' || parent.closest('script, style, textarea, [data-translated]')) return
      const outer = document.createElement('font')
      outer.dataset.translated = ''
      outer.append(document.createElement('font'))
      outer.firstElementChild?.append(text.data.trim() === '' ? text.data : `${text.data}${mark}`)
      text.replaceWith(outer)
    }
    const translateAll = (root: Node) => {
      if (root instanceof Text) return translateText(root)
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
      texts.forEach(translateText)
    }
    const watch = { childList: true, subtree: true, characterData: true }
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes)
        for (const node of type === 'characterData' ? [target] : addedNodes) if (node.isConnected) translateAll(node)
    }).observe(document.body, watch)
    translateAll(document.body)
  }, translated)
}
