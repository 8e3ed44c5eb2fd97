import { parseModule } from './parse-module'
import { codeOf, type Rule } from './source-tree'
import { isNode, nameOf, nodesWithin, type SyntaxNode } from './walks/find-declaration'

/**
 * A browser that translates a page puts elements in place of texts (React issue 11538). React then writes into a text that
 * is in no document, and throws when it removes one. It replaces the whole content of an element whose only child is a
 * text, and removes an element with what is in it. So text that may change, come or go is the only child of its element.
 *
 * The rule knows text by how it is written: templates, texts of the catalogue, and calls that return text. A text that
 * comes as a prop is not recognised.
 */

const textCalls = /^(fill|plural|visibleText|deviceName|filterText|filterWord|failureText|format[A-Z]\w*)$/
const textMethods = /^(toLocaleString|join|repeat)$/
/** What the catalogue is called where its texts are used. */
const catalogues = /^(t|words)$/

const node = (value: unknown): SyntaxNode | undefined => (isNode(value) ? value : undefined)
const nodes = (value: unknown): SyntaxNode[] => (Array.isArray(value) ? value.filter(isNode) : [])

function isOfCatalogue(value: SyntaxNode | undefined): boolean {
  if (value?.type === 'Identifier') return catalogues.test(nameOf(value) ?? '')
  return value?.type === 'MemberExpression' && isOfCatalogue(node(value.object))
}

/** Whether an expression is, or may be, a text. */
function isText(value: SyntaxNode | undefined): boolean {
  switch (value?.type) {
    case 'Literal':
      return typeof value.value === 'string'
    case 'TemplateLiteral':
      return true
    case 'MemberExpression':
      return isOfCatalogue(value)
    case 'BinaryExpression':
      return value.operator === '+'
    case 'ConditionalExpression':
      return isText(node(value.consequent)) || isText(node(value.alternate))
    case 'LogicalExpression':
      return isText(node(value.right))
    case 'CallExpression': {
      const callee = node(value.callee)
      if (callee?.type === 'Identifier') return textCalls.test(nameOf(callee) ?? '')
      return callee?.type === 'MemberExpression' && textMethods.test(nameOf(node(callee.property)) ?? '')
    }
    default:
      return false
  }
}

/** The catalogue stays the same as long as the document does: another language is another document. */
const isConstant = (value: SyntaxNode | undefined): boolean =>
  value?.type === 'Literal' || (value?.type === 'MemberExpression' && !value.computed)

const isShown = (child: SyntaxNode): boolean =>
  child.type === 'JSXText'
    ? !/^\s*\n\s*$/.test(String(child.value))
    : node(child.expression)?.type !== 'JSXEmptyExpression'

/** Whether a child is a text that changes; or one that does not, beside what comes and goes. */
function isOffence(child: SyntaxNode, before: SyntaxNode | undefined, parent: SyntaxNode): boolean {
  const expression = node(child.expression)
  if (child.type !== 'JSXText' && !isText(expression)) return false
  if (parent.type === 'JSXFragment') return true
  const isFixed = child.type === 'JSXText' || isConstant(expression)
  return !isFixed || /^(Logical|Conditional)/.test(node(before?.expression)?.type ?? '')
}

/** The texts of a source that share an element with others, or that a component returns without an element. */
function findLooseTexts(path: string, source: string): string[] {
  const found: SyntaxNode[] = []
  for (const parent of nodesWithin({ ...parseModule(path, source).program })) {
    if (parent.type !== 'JSXElement' && parent.type !== 'JSXFragment') continue
    const children = nodes(parent.children).filter(isShown)
    if (children.length > 1 || parent.type === 'JSXFragment')
      found.push(...children.filter((child, at) => isOffence(child, children[at - 1], parent)))
  }
  return found.map(({ start }) => `${path}:${source.slice(0, Number(start)).split('\n').length}`)
}

export const textRules: Rule[] = [
  {
    rule: 'text that changes is alone in its element, so that a translated page stays whole',
    findOffences: (tree) =>
      codeOf(tree)
        // Names, in cells that no browser translates.
        .filter(([path]) => path.endsWith('.tsx') && !path.endsWith('/marked-text.tsx'))
        .flatMap(([path, source]) => findLooseTexts(path, source)),
  },
]
