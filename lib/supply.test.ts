import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** What this product is made of, by its lock file. */

type Locked = { dev?: boolean; license?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean }
type Package = Record<'dependencies' | 'devDependencies', Record<string, string>> & {
  allowScripts: Record<string, true>
}

const own = JSON.parse(readFileSync('package.json', 'utf8')) as Package
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }
const locked = Object.entries(packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? path

const permissive = /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0)( (OR|AND) (MIT|Apache-2\.0))*\)?$/
/** A typeface, data that no code is made of, and the library of pictures that Next could use and this product does not. */
const others = /^(@fontsource-variable\/inter|caniuse-lite|@img\/sharp-.*)$/

it('names exact versions', () => {
  const versions = Object.values({ ...own.dependencies, ...own.devDependencies })
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

it('holds each package to its hash, wherever a registry has it', () => {
  expect(
    locked.filter(([, { integrity, resolved }]) => !integrity || resolved !== undefined).map(([path]) => path),
  ).toEqual([])
})

it('holds permissive licences alone in what runs', () => {
  const running = locked.filter(([path, { dev }]) => !dev && !others.test(nameOf(path)))
  expect(running.length).toBeGreaterThan(50)
  expect(running.filter(([, { license = '' }]) => !permissive.test(license)).map(([path]) => path)).toEqual([])
})
