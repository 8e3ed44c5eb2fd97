/** The header of our API's answers that names the build of the server. */
export const buildHeader = 'x-desk-build'

/**
 * Takes note of the build that an answer names. Where it is another than the page's own, which stands on its root element,
 * that is marked beside it: the frame of the page then tells of a new version.
 */
export function noticeBuild(build: string | null): void {
  if (build === null) return
  const page = document.documentElement.dataset
  if (build !== page.build) page.newer = ''
}
