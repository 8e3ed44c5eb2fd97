import { fill, type Messages } from '@/lib/messages/messages'

/** Why a request failed: the part of an API error that a person is shown. */
export type FailureReason = {
  code: keyof Messages['errors'] & string
  field?: string
  retry_after_seconds?: number
  scope?: string
}

/** Returns the title and the sentence for a failure, in the person's language. */
export function failureText(
  errors: Messages['errors'],
  { code, field, retry_after_seconds = 5, scope = '' }: FailureReason,
): { title: string; text: string } {
  const known =
    code === 'invalid_query' && field === 'starting_after'
      ? errors.stale_cursor
      : code === 'forbidden' && field
        ? errors.maskedFilter
        : errors[code]
  const { title, text } = typeof known === 'string' ? errors.internal : known
  return { title, text: fill(text, { seconds: retry_after_seconds, scope, role: '' }) }
}
