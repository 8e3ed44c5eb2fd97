import { accounts, client } from '../seed/seed'

/** The page at `/`, which explains how to call the sandbox with curl. */
export function renderStartPage(ownUrl: string): Response {
  const origin = new URL(ownUrl).origin
  const account = `${ownUrl}/accounts/${accounts.test}`
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sandbox of the Dintero Customers API</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}pre{background:#f3f3f5;padding:1rem;overflow:auto}</style>
<h1>Sandbox of the Dintero Customers API</h1>
<p>A stand-in for tests, made from the published description; nobody in it is real. Described by <a href="/openapi.json">openapi.json</a>.</p>
<h2>Get a token</h2>
<pre>TOKEN=$(curl -s -u ${client.id}:${client.secret} ${account}/auth/token \\
  -d '{"grant_type":"client_credentials","audience":"${account}"}' \\
  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')</pre>
<h2>Find customers</h2>
<pre>curl -i -H "Authorization: Bearer $TOKEN" "${account}/customers/users?search=nor&amp;total=true"
curl -H "Authorization: Bearer $TOKEN" "${account}/customers/users?phone_number=%2B4742140318"
curl -H "Authorization: Bearer $TOKEN" "${account}/customers/users/K-214907"</pre>
<p>Accounts: ${accounts.test} has all customers, ${accounts.production} a tenth as many others, ${accounts.empty} none.</p>
<h2>Be unkind</h2>
<p>No part of Dintero's API, for tests alone:</p>
<pre>curl ${origin}/_sandbox/faults -d '[{"match":"/customers/users","kind":"status","status":429,"headers":{"retry-after":"2"},"times":3}]'
curl ${origin}/_sandbox/faults -d '[]'
curl ${origin}/_sandbox/requests
curl ${origin}/_sandbox/customers -d '{"first_name":"Ny","email":"ny@example.no"}'
curl ${origin}/_sandbox/customers/K-214907 -d '{"status":"paused"}'
curl -X DELETE ${origin}/_sandbox/customers/K-214907
curl ${origin}/_sandbox/webhooks -d '{"url":"http://localhost:3000/api/accounts/${accounts.test}/webhooks","secret":"…"}'</pre>
</html>
`
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}
