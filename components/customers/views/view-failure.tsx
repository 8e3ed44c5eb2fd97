'use client'

import { failureText } from '@/components/ui/failure/failure-text'
import { useIntl } from '@/components/ui/intl'
import type { ApiError } from '@/lib/api/errors'

/** Why a view was not changed, in a sentence. */
export function ViewFailure({ failure }: { failure: ApiError | null }) {
  const { t } = useIntl()
  if (failure === null) return null
  const { code, field } = failure
  const { title, text } = failureText(t.errors, failure)
  const sentence =
    code === 'limit_reached'
      ? t.views.full
      : code === 'not_found'
        ? t.views.gone
        : code === 'invalid_query'
          ? field === 'shared'
            ? t.views.shareName
            : field === 'name'
              ? t.views.nameWrong
              : t.views.tooMuch
          : `${title} ${text}`
  return (
    <p role="alert" className="pb-2 text-danger">
      {sentence}
    </p>
  )
}
