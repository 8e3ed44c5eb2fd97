import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** What the documents name must exist: paths in backticks, and `npm run` commands. */

const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'lib/sandbox/README.md']
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

const isThere = (path: string) => ['', '.ts', '.tsx'].some((end) => existsSync(path + end))

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8')

  it('names only files and folders that exist', () => {
    const paths = [...text.matchAll(/`((?:app|components|lib|e2e|public|\.ci)\/[^`*…{}<>\s]+)`/g)].map(
      ([, path = '']) => path,
    )
    expect(paths.filter((path) => !isThere(path))).toEqual([])
  })

  it('names only commands that exist', () => {
    const commands = [...text.matchAll(/npm run ([a-z0-9:]+)/g)].map(([, name = '']) => name)
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
  })

  it('links only to files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link)
    const folder = document.includes('/') ? document.replace(/[^/]+$/, '') : ''
    expect(links.filter((link) => !existsSync(folder + link))).toEqual([])
  })
})
