import 'server-only'

/** What the log may hold of something that was thrown. */
type DescribedThrown = { error: string; error_code?: string; frames?: string[] }

const word = /^[\w$-]{1,40}$/

/** The first of these texts that can only be a name. A property of an error may hold a text that a stranger chose. */
const firstWord = (...texts: unknown[]): string | undefined =>
  texts.find((text): text is string => typeof text === 'string' && word.test(text))

/**
 * The places of a stack: file, line and column, without folders. The message, which a stack begins with, is cut off; a stack
 * that begins with anything else was set by somebody and has no places.
 */
function framesOf({ stack = '', name, message }: Error): string[] {
  const head = [name, 'Error'].map((one) => (message ? `${one}: ${message}` : one)).find((one) => stack.startsWith(one))
  if (head === undefined) return []
  const lines = stack.slice(head.length).split('\n')
  return lines.flatMap((line) => /^ {4}at (?:.*[/\\(])?([\w.[\]-]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? []).slice(0, 12)
}

/**
 * The class, the code and the stack frames of what was thrown. Its message is left out, since it may hold a query with its
 * parameters, a URL or a value. The only function that reads what was thrown for the log.
 */
export function describeThrown(thrown: unknown): DescribedThrown {
  if (!(thrown instanceof Error)) return { error: typeof thrown }
  const { code, cause } = thrown as { code?: unknown; cause?: { code?: unknown } | null }
  const error_code = firstWord(code, cause?.code)
  return {
    error: firstWord(thrown.constructor.name) ?? 'Error',
    ...(error_code !== undefined && { error_code }),
    frames: framesOf(thrown),
  }
}
