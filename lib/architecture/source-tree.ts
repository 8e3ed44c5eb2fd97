import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The path of each file from the root of the repository, with its source. */
export type SourceTree = Record<string, string>

/** A rule about the repository. `findOffences` returns one line for each offence, and an empty list for sound sources. */
export type Rule = { rule: string; findOffences: (tree: SourceTree) => string[] }

export const isCode = (path: string): boolean => /\.(tsx?|mjs)$/.test(path)
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** The code files of a tree without its unit tests, as pairs of path and source. */
export function codeOf(tree: SourceTree): [path: string, source: string][] {
  return Object.entries(tree).filter(([path]) => isCode(path) && !isTest(path))
}

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))

/** Reads every file that git does not ignore. Only code and stylesheets are read with their content. */
export function readSourceTree(): SourceTree {
  const ignored = readFileSync(join(repositoryRoot, '.gitignore'), 'utf8').split('\n').filter(Boolean)
  const isIgnored = (path: string) =>
    ignored.some((line) => (line.startsWith('*') ? path.endsWith(line.slice(1)) : path === line.replace(/\/$/, '')))
  const tree: SourceTree = {}
  const readFolder = (folder: string) => {
    for (const entry of readdirSync(join(repositoryRoot, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name)
      if (path === '.git' || isIgnored(path) || (isIgnored(entry.name) && entry.isDirectory())) continue
      if (entry.isDirectory()) readFolder(path)
      else tree[path] = isCode(path) || path.endsWith('.css') ? readFileSync(join(repositoryRoot, path), 'utf8') : ''
    }
  }
  readFolder('.')
  return tree
}
