import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { accounts } from '../../../lib/sandbox/seed/seed'
import { expect, expectNoSecrets, open, test } from '../../fixtures'

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('no built client file contains a secret, a source map or code of the server', () => {
  const files = filesUnder('.next/static')
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) {
    expect(file).not.toMatch(/\.map$/)
    const text = readFileSync(file, 'utf8')
    expectNoSecrets(text, file)
    for (const word of ['NEXTAUTH_SECRET', 'client_secret', 'auth/token', 'sourceMappingURL'])
      expect([file, text.includes(word)]).toEqual([file, false])
  }
})

test('the sandbox is not part of the production build', () => {
  const files = filesUnder('.next/standalone').filter((file) => !file.includes('/node_modules/'))
  expect(files.filter((file) => /sandbox/.test(file))).toEqual([])
  for (const file of files.filter((name) => /\.next\/server\/.*\.js$/.test(name)))
    expect([file, /_sandbox|startSandbox/.test(readFileSync(file, 'utf8'))]).toEqual([file, false])
})

test('no page is prerendered, because each page checks the session', () => {
  const { routes } = JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')) as {
    routes: Record<string, unknown>
  }
  expect(Object.keys(routes).filter((route) => !/^\/_global-error|\/icon\.svg/.test(route))).toEqual([])
})

test('every kind of answer has the security headers and no header of the upstream', async ({ page, request }) => {
  const paths = [
    '/sign-in',
    `/${accounts.test}/customers`,
    `/api/accounts/${accounts.test}/customers`,
    `/api/accounts/${accounts.test}/customers?limit=0`,
    '/api/health/live',
    '/nowhere',
  ]
  for (const path of paths) {
    const response = await request.get(path)
    const headers = response.headers()
    expect([path, headers]).toEqual([
      path,
      expect.objectContaining({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
        'cache-control': expect.stringContaining('no-store'),
      }),
    ])
    const policy = headers['content-security-policy'] ?? ''
    expect(policy).toMatch(/script-src 'self' 'nonce-\w+' 'strict-dynamic'/)
    expect(policy).not.toMatch(/unsafe/)
    for (const name of ['x-powered-by', 'server', 'total-count', 'access-control-allow-origin', 'etag'])
      expect([path, name, headers[name]]).toEqual([path, name, undefined])
  }
  await open(page, '/')
})

test('another origin gets no CORS permission', async ({ request }) => {
  const response = await request.get(`/api/accounts/${accounts.test}/tags`, {
    headers: { origin: 'https://evil.example' },
  })
  expect(Object.keys(response.headers()).filter((name) => name.startsWith('access-control'))).toEqual([])
})
