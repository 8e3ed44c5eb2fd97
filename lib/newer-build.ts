/**
 * Whether the server runs another build than this tab: its parts and answers may then be others. Every answer of our API
 * tells the server's; a page tells its own on its root element.
 */

/** The header of our API's answers that names the build. */
export const buildHeader = 'x-desk-build'

let isNewer = false
const listeners = new Set<() => void>()

/** Takes note of the build that an answer names. */
export function noticeBuild(build: string | null): void {
  if (isNewer || build === null || build === document.documentElement.dataset.build) return
  isNewer = true
  for (const tell of listeners) tell()
}

export const isNewerBuild = () => isNewer

/** Tells of the change; gives what ends that. */
export function onNewerBuild(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
