import { roomOf } from './rooms'
import { codeOf, type Rule } from './source-tree'

const topLevel = new Set([
  ...['app', 'components', 'lib', 'public', 'e2e', '.ci', 'package.json', 'package-lock.json', 'README.md'],
  ...['CONTRIBUTING.md', 'LICENSE', 'Dockerfile', '.dockerignore', '.gitignore', '.env.example', 'next.config.mjs'],
  ...['postcss.config.mjs', 'tailwind.config.ts', 'tsconfig.json', 'vitest.config.ts', 'biome.json', 'knip.json'],
  ...['SECURITY.md', 'proxy.ts', 'instrumentation.ts'],
])

export const layoutRules: Rule[] = [
  {
    rule: 'every source file belongs to a room',
    findOffences: (tree) => codeOf(tree).flatMap(([path]) => (roomOf(path) ? [] : [path])),
  },
  {
    rule: 'nothing else at the top level',
    findOffences: (tree) =>
      [...new Set(Object.keys(tree).map((path) => path.replace(/\/.*/, '')))].filter((name) => !topLevel.has(name)),
  },
]
