import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSourceTree, repositoryRoot } from '../architecture/source-tree'
import { declaredWalks } from '../architecture/walks/declared-walks'
import { replaceWalks } from '../architecture/walks/draw-walks'

/** Checks the declared walks against the sources and draws them in CONTRIBUTING.md. */
const path = join(repositoryRoot, 'CONTRIBUTING.md')
writeFileSync(path, replaceWalks(readFileSync(path, 'utf8'), readSourceTree(), declaredWalks))
