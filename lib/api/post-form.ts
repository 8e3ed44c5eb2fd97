/** Posts a form to a route of next-auth; returns the status and the URL that its JSON answer names. */
export async function postForm(
  url: string,
  fields: Record<string, string>,
): Promise<{ ok: boolean; status: number; url: string | null }> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams({ ...fields, json: 'true' }) })
  const body: unknown = await response.json().catch(() => null)
  const named = typeof body === 'object' && body !== null && 'url' in body ? body.url : null
  return { ok: response.ok, status: response.status, url: typeof named === 'string' ? named : null }
}
