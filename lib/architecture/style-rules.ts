import type { Rule } from './source-tree'

/** The width of the widest hairline; only hairlines, rings and frames keep their width whatever the size of text. */
const maxHairlinePx = 3

const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')

export const styleRules: Rule[] = [
  {
    // WCAG 1.4.4, "Resize Text": the size of text that a person has set in the browser is the size of a rem.
    rule: 'sizes in stylesheets are in rem',
    findOffences: (tree) =>
      Object.entries(tree)
        .filter(([path]) => path.endsWith('.css') || path === 'tailwind.config.ts')
        .flatMap(([path, source]) =>
          [...withoutComments(source).matchAll(/(?<![\w.#-])-?([\d.]+)px/g)]
            .filter(([, size]) => Number(size) > maxHairlinePx)
            .map(([text]) => `${path} has ${text}`),
        ),
  },
  {
    // Chromium then computes the style of everything below whatever any `:has()` looks into, at each change of the page.
    rule: 'no selector with :has() ends in a star',
    findOffences: (tree) =>
      Object.entries(tree)
        .filter(([path]) => path.endsWith('.css'))
        .flatMap(([path, source]) =>
          [...withoutComments(source).matchAll(/[^{};]*:has\([^{};]*\*\s*(?=\{)/g)].map(
            ([selector]) => `${path} has ${selector.trim()}`,
          ),
        ),
  },
]
