import type { Locator, Page } from '@playwright/test'
import { signInSession } from '../sessions'

/** Pastes a text into a field, as the clipboard would. */
export async function pasteInto(field: Locator, text: string): Promise<void> {
  await field.focus()
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** Signs in a person of their own, so that no session of another test stands in the list. */
export async function becomeSomebody(page: Page, role: string | null, isNew = false): Promise<void> {
  const email = `somebody-${Math.random().toString(36).slice(2)}@screens.example`
  await page.context().clearCookies()
  await signInSession(page.context(), { email, name: 'Kjell-Arne Østby', role, isNew })
}
