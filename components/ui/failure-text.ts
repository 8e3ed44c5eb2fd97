import { fill, type Messages } from '@/lib/messages/messages'

/** What is told of a failure. */
export type Failure = {
  code: keyof Messages['errors'] & string
  field?: string
  retry_after_seconds?: number
  scope?: string
}

type Sentence = { title: string; text: string }

/** What a person reads of a failure: a title and a sentence, in their language. */
export function failureText(
  errors: Messages['errors'],
  { code, field, retry_after_seconds = 5, scope = '' }: Failure,
): Sentence {
  const known = code === 'invalid_query' && field === 'starting_after' ? errors.stale_cursor : errors[code]
  const { title, text } = typeof known === 'string' ? errors.internal : known
  return { title, text: fill(text, { seconds: retry_after_seconds, scope, role: '' }) }
}
