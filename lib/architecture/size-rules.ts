import { posix } from 'node:path'
import { codeOf, isCode, type Rule } from './source-tree'

export const maxLines = 250
export const maxFilesInFolder = 20
const maxMedian = 60
const maxNinetiethPercentile = 150

const isCatalogueOrSeed = (path: string) => /^lib\/(sandbox\/(.+\/)?seed[\w-]*\.ts|messages\/(en|nb)\.ts)$/.test(path)
const isProduct = (path: string) => /^(app|components|lib)\//.test(path)
const countLines = (source: string) => source.trimEnd().split('\n').length

export const sizeRules: Rule[] = [
  {
    rule: `no file over ${maxLines} lines`,
    findOffences: (tree) =>
      Object.entries(tree)
        .filter(([path, source]) => countLines(source) > maxLines && !isCatalogueOrSeed(path))
        .map(([path, source]) => `${path} has ${countLines(source)} lines`),
  },
  {
    rule: `no folder of more than ${maxFilesInFolder} source files`,
    findOffences(tree) {
      const counts = new Map<string, number>()
      for (const [path] of codeOf(tree)) {
        if (path.endsWith('.spec.ts')) continue
        const folder = posix.dirname(path)
        // The files of the root are demanded by tools.
        if (folder !== '.') counts.set(folder, (counts.get(folder) ?? 0) + 1)
      }
      return [...counts]
        .filter(([, count]) => count > maxFilesInFolder)
        .map(([folder, count]) => `${folder} has ${count} files`)
    },
  },
  {
    rule: `half of the files have at most ${maxMedian} lines, and nine of ten at most ${maxNinetiethPercentile}`,
    findOffences(tree) {
      const lines = codeOf(tree)
        .filter(([path]) => isProduct(path) && isCode(path))
        .map(([, source]) => countLines(source))
        .sort((a, b) => a - b)
      const median = lines[Math.floor(lines.length / 2)] ?? 0
      const ninetieth = lines[Math.floor(lines.length * 0.9)] ?? 0
      return [
        ...(median > maxMedian ? [`the median is ${median} lines`] : []),
        ...(ninetieth > maxNinetiethPercentile ? [`the 90th percentile is ${ninetieth} lines`] : []),
      ]
    },
  },
]
