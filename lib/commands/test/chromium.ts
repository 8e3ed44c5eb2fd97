import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { chromiumPath } from '../env'

/** The headless shell comes first: it is the same engine without a window, and a third faster. */
const shell = 'chromium-headless-shell'
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function onPath(name: string): string | undefined {
  const found = spawnSync('which', [name], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : undefined
}

const systemChromium = () => names.map(onPath).find((path) => path !== undefined)

/**
 * The path of a browser for the tests: that in `CHROMIUM_PATH`, else the system's, else Playwright's. If there is none, it is
 * installed: for root from Debian's packages, otherwise by Playwright. Throws when the installation fails.
 */
export function findChromium(): string {
  const own = chromium.executablePath()
  const found = chromiumPath() ?? systemChromium() ?? (existsSync(own) ? own : undefined)
  if (found) return found
  console.log('No Chromium is here yet: installing one.')
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    const install = (name: string) =>
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'inherit' }).status === 0
    // Older releases of Debian package the whole browser alone.
    if (!install(shell) && !install('chromium'))
      throw new Error('Chromium could not be installed from Debian’s packages.')
    return systemChromium() ?? own
  }
  execFileSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], { stdio: 'inherit' })
  return own
}
