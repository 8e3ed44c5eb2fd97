import { findCircles } from './circles'
import { codeRules } from './code-rules'
import { findDuplicates } from './duplicates'
import { importRules } from './import-rules'
import { layoutRules } from './layout-rules'
import { sizeRules } from './size-rules'
import type { Rule } from './source-tree'
import { styleRules } from './style-rules'
import { textRules } from './text-rules'

/** The rules of CONTRIBUTING.md about the repository, each of which a test runs on the sources. */
export const rules: Rule[] = [
  ...importRules,
  { rule: 'no imports in a circle', findOffences: findCircles },
  { rule: 'no six lines that the customers list and the activity list have in common', findOffences: findDuplicates },
  ...codeRules,
  ...sizeRules,
  ...layoutRules,
  ...styleRules,
  ...textRules,
]
