import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseModule } from '@/lib/architecture/parse-module'
import { codeOf, readSourceTree } from '@/lib/architecture/source-tree'

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
/**
 * Typefaces (OFL), data that no code is made of, the library of pictures that Next could use and this product does not, and a
 * package whose MIT licence is a file beside its `package.json`.
 */
const others = /^(@fontsource-variable\/inter|@expo-google-fonts\/inter|caniuse-lite|png-js|@img\/sharp-.*)$/

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

/** Whether a file runs in production: tests, the sandbox and the commands do not. */
const isProduction = (path: string) =>
  /^(app|components|lib)\/|^(instrumentation|proxy)\.ts$/.test(path) &&
  !/^lib\/(sandbox|commands|architecture)\/|(^|[/-])for-tests\.tsx?$/.test(path)

/** The package of an import, or null where it is a file of ours or a part of Node. */
const packageOf = (specifier: string) =>
  /^(\.|@\/|node:)/.test(specifier) ? null : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')

it('has as production dependencies exactly the packages that the production code imports', () => {
  const imported = codeOf(readSourceTree())
    .filter(([path]) => isProduction(path))
    .flatMap(([path, source]) => parseModule(path, source).imports)
    .flatMap((specifier) => packageOf(specifier) ?? [])
  // Next renders with React DOM, `app/fonts.ts` and `pdf/typefaces.ts` name typefaces by their paths, and tsx runs `migrate`,
  // `start` and the audit commands.
  const others = ['react-dom', '@fontsource-variable/inter', '@expo-google-fonts/inter', 'tsx']
  expect([...new Set([...imported, ...others])].toSorted()).toEqual(Object.keys(own.dependencies).toSorted())
})
