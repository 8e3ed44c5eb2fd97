import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { chromiumPath } from '../env'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function onPath(name: string): string | undefined {
  const found = spawnSync('which', [name], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : undefined
}

const installed = () => names.map(onPath).find((path) => path !== undefined)

/**
 * The path of a browser for the tests: that in `CHROMIUM_PATH`, else the system's, else Playwright's. If there is none, it is
 * installed: for root from Debian's packages, otherwise by Playwright. Throws when the installation fails.
 */
export function findChromium(): string {
  const own = chromium.executablePath()
  const found = chromiumPath() ?? installed() ?? (existsSync(own) ? own : undefined)
  if (found) return found
  console.log('No Chromium is here yet: installing one.')
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit' })
    return installed() ?? own
  }
  execFileSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' })
  return own
}
