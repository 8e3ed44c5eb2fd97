import { parseModule } from './parse-module'
import { roomOf } from './rooms'
import { codeOf, type Rule } from './source-tree'

/** A rule that only the files of `allowed` may contain code that matches a pattern. Comments do not count. */
const onlyIn = (rule: string, allowed: RegExp, pattern: RegExp): Rule => ({
  rule,
  findOffences: (tree) =>
    codeOf(tree)
      .filter(([path, source]) => !allowed.test(path) && pattern.test(parseModule(path, source).withoutComments))
      .map(([path]) => path),
})

/** A barrel only passes on what other files export. */
function isBarrel(path: string, source: string): boolean {
  const { body } = parseModule(path, source).program
  const exports = body.filter(
    (statement) =>
      statement.type === 'ExportAllDeclaration' ||
      (statement.type === 'ExportNamedDeclaration' && !statement.declaration),
  )
  const others = body.filter(
    (statement) =>
      statement.type !== 'ImportDeclaration' &&
      !exports.includes(statement) &&
      !(statement.type === 'ExpressionStatement' && 'directive' in statement),
  )
  return exports.length > 0 && others.length === 0
}

export const codeRules: Rule[] = [
  {
    rule: 'no barrel file',
    findOffences: (tree) => codeOf(tree).flatMap(([path, source]) => (isBarrel(path, source) ? [path] : [])),
  },
  {
    rule: 'every file of lib/server is closed to the browser',
    findOffences: (tree) =>
      codeOf(tree)
        .filter(
          ([path, source]) =>
            roomOf(path)?.startsWith('lib/server') &&
            // Types are no code.
            !path.endsWith('.d.ts') &&
            !parseModule(path, source).imports.includes('server-only'),
        )
        .map(([path]) => path),
  },
  onlyIn(
    'the environment is read in env.ts alone',
    /(^|\/)env\.ts$|^[^/]+\.config\.(ts|mjs)$|^e2e\/|^lib\/(sandbox|architecture)\//,
    // `NEXT_RUNTIME` is not a setting: Next replaces it when it builds.
    /\bprocess\s*\??\s*\.\s*env\b(?!\.NEXT_RUNTIME\b)|\bprocess\s*\[|=\s*process\s*$|['"](?:node:)?process['"]|import\.meta\.env/m,
  ),
  onlyIn(
    'calls over the network are made in lib/server/upstream and lib/api alone',
    /^lib\/server\/upstream\/(client|token|transport)\.ts$|^lib\/server\/audit\/checkpoints\/send\.ts$|^lib\/server\/http\/admission\/|^lib\/server\/auth\/claims\/(fetch-claims|provider-for-tests)\.ts$|^lib\/api\/(change-stream|client|fetch-dossier|fetch-file|post-form)\.ts$|^lib\/(commands|sandbox|architecture)\/|^e2e\//,
    /\bfetch\s*\(|(?<![\w$'"/-])fetch\b(?![\w$'"-])|\[['"]fetch['"]\]|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|['"](?:node:)?(?:https?|http2|net|tls|dgram)['"]|['"](?:undici|openid-client)['"]/,
  ),
  onlyIn(
    'a command ends with process.exit: packages with exit hooks replace process.exitCode',
    /^(?!lib\/commands\/)/,
    /\bprocess\s*\.\s*exitCode\b/,
  ),
  onlyIn(
    'the text of what was thrown is read in lib/server/thrown.ts alone',
    /^lib\/server\/thrown\.ts$|^lib\/(commands|sandbox|architecture)\/|^e2e\/|\.test\.tsx?$/,
    /\b(?:error|thrown|reason|rejection|cause|exception)\??\.(?:message|stack)\b|\bString\((?:error|thrown|reason|exception)\)/,
  ),
  onlyIn(
    'nothing but the configuration is printed past the log',
    /^lib\/server\/env\.ts$|^lib\/(commands|sandbox|architecture)\/|^e2e\/|\.test\.tsx?$/,
    /\bconsole\s*\.\s*\w+\s*\(|\bprocess\s*\.\s*std(?:out|err)\b/,
  ),
  onlyIn(
    'texts of others become a part of a URL through encodeSegment, which does not throw',
    /^lib\/encode-segment\.ts$|^lib\/(sandbox|architecture)\/|^e2e\/|\.test\.tsx?$/,
    /\bencodeURI(Component)?\b/,
  ),
  onlyIn(
    'sizes and colours have names: no arbitrary value in a class',
    /^lib\/architecture\//,
    /(?:class(?:Name)?=|`|')[^`'\n]*[\s"'`:][a-z]+(?:-[a-z]+)*(?<!-data|-aria)-\[[^\]]+\]/,
  ),
]
