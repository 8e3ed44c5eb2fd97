'use client'

import { type FailureProps, ListWayOut } from '@/components/customers/old-rows-strip'
import { FailureMessage } from '@/components/ui/failure'

/** In place of rows, where there are none to keep. */
export function ListFailure(props: FailureProps) {
  return (
    <FailureMessage error={props.trouble.error}>
      <ListWayOut {...props} />
    </FailureMessage>
  )
}
