import { routes } from '@/lib/api/routes'

/** The response header of our API that names whose answer it is, by an opaque key. */
export const personHeader = 'x-desk-person'

/**
 * Compares whose an answer or a page is with whom this document is of, which its first page or answer says. When they
 * differ, the document is left for one that says so, with all that it holds, and the promise never resolves: nothing of
 * another person is shown. Null names nobody.
 */
export async function requireSamePerson(person: string | null): Promise<void> {
  if (person === null) return
  const page = document.documentElement.dataset
  page.person ??= person
  if (page.person === person) return
  location.replace(routes.personChanged())
  await new Promise(() => {})
}
