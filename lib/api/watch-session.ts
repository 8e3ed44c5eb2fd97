import { routes } from '@/lib/api/routes'
import { clearSession } from '@/lib/session-storage'

/** The browser's tabs tell each other of a sign-out, and a page that comes back is not believed. */

const channelName = 'customer-desk'

/** Tells the other tabs that the person has signed out. */
export function announceSignOut(): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('signed out')
  channel.close()
}

/** Leaves for the sign-in page when the person signs out in another tab, and reloads when the browser shows an old page again. */
export function watchSession(): void {
  new BroadcastChannel(channelName).addEventListener('message', () => {
    clearSession()
    location.replace(routes.signIn())
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return
    document.body.hidden = true
    location.reload()
  })
}
