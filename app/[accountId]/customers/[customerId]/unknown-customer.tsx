'use client'

import { useParams } from 'next/navigation'
import { RecordNotFound } from '@/components/record/page/record-not-found'

/** Says that Dintero does not know the customer of the URL. Next passes no params to a not-found screen. */
export function UnknownCustomer() {
  const { accountId = '', customerId = '' } = useParams<{ accountId: string; customerId: string }>()
  return <RecordNotFound accountId={accountId} customerId={decodeURIComponent(customerId)} />
}
