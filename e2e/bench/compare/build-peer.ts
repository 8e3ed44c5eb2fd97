import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the peer is built from, each pinned. */
const packages = ['react-admin@5.15.4', 'react@19.2.0', 'react-dom@19.2.0', 'esbuild@0.28.2']

/**
 * Builds the list of `peer.jsx` for production in a scratch folder, where its packages are installed from npm: they are no
 * dependency of ours. Returns the folder with its HTML and its script.
 */
export function buildPeer(): string {
  const folder = join(tmpdir(), 'customer-desk-compare')
  const run = (command: string, args: string[]) => execFileSync(command, args, { cwd: folder, stdio: 'inherit' })
  mkdirSync(join(folder, 'dist'), { recursive: true })
  if (!existsSync(join(folder, 'node_modules/react-admin')))
    run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', ...packages])
  copyFileSync(new URL('peer.jsx', import.meta.url), join(folder, 'peer.jsx'))
  const forProduction = ['--bundle', '--minify', '--jsx=automatic', '--define:process.env.NODE_ENV="production"']
  run('npx', ['esbuild', 'peer.jsx', '--format=esm', '--outdir=dist', '--log-level=warning', ...forProduction])
  writeFileSync(
    join(folder, 'dist/index.html'),
    '<!doctype html><html lang="en"><title>Customers</title><meta name="viewport" content="width=device-width">' +
      '<script type="module" src="/peer.js"></script></html>',
  )
  return join(folder, 'dist')
}
