'use client'

import { type FailureProps, useWayOut } from '@/components/customers/old-rows-strip'
import { failureText } from '@/components/ui/failure-text'
import { useIntl } from '@/components/ui/intl'
import { RequestId } from '@/components/ui/request-id'
import { Say } from '@/components/ui/say'

/** In place of rows, where there are none to keep. */
export function ListFailure(props: FailureProps) {
  const { t } = useIntl()
  const { title, text } = failureText(t.errors, props.error)
  const wayOut = useWayOut(props)
  return (
    <div role="alert">
      <Say
        title={title}
        actions={
          <>
            {wayOut}
            <RequestId id={props.error.request_id} />
          </>
        }
      >
        {text}
      </Say>
    </div>
  )
}
