/** The response header of our API that names the build of the server. */
export const buildHeader = 'x-desk-build'

/**
 * Compares the build that a response names with the build of the page, which is an attribute of the root element. When
 * they differ, marks the root element; the shell then shows that there is a new version.
 */
export function markNewerBuild(build: string | null): void {
  if (build === null) return
  const page = document.documentElement.dataset
  if (build !== page.build) page.newer = ''
}
