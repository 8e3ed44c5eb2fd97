import type { StdioOptions } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childEnvironment } from './env'
import { runNode } from './run'

/** `npm run build`: makes the standalone production build. */

const root = process.cwd()
const standalone = join(root, '.next/standalone')
const stamp = join(root, '.next/customer-desk-build')

/** The inputs of a build. Tests, commands and the sandbox are not among them. */
const inputs = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const isInput = (path: string) => !/\.test\.tsx?$|^lib\/(commands|sandbox)\//.test(path)

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** A hash of the names and contents of files, independent of the order in which they are given. */
export function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of [...files].sort()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const inputHash = () => hashOf(inputs.flatMap(filesUnder).filter(isInput))

/** Whether the stored build was made from the current sources. */
function isBuilt(): boolean {
  return existsSync(join(standalone, 'server.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputHash()
}

/** Builds, copies the static files beside the standalone server, and returns the exit code. Next writes to `stdio`. */
export async function build(stdio: StdioOptions = 'inherit'): Promise<number> {
  const hash = inputHash()
  // Without the stamp, a build that fails halfway is not taken for a finished one.
  rmSync(stamp, { force: true })
  const code = await runNode(['node_modules/next/dist/bin/next', 'build'], {
    stdio,
    env: childEnvironment({ NODE_ENV: 'production' }),
  })
  if (code !== 0) return code
  cpSync(join(root, '.next/static'), join(standalone, '.next/static'), { recursive: true })
  if (existsSync(join(root, 'public'))) cpSync(join(root, 'public'), join(standalone, 'public'), { recursive: true })
  writeFileSync(stamp, hash)
  return 0
}

/** Builds unless the stored build was made from the current sources. Returns the exit code. */
export async function buildOnce(stdio?: StdioOptions): Promise<number> {
  return isBuilt() ? 0 : build(stdio)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(await build())
