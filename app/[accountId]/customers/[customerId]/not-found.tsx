'use client'

import { useParams } from 'next/navigation'
import { RecordNotFound } from '@/components/record/page/record-not-found'

/** The screen for a customer that Dintero does not know. */
export default function CustomerNotFound() {
  const { accountId = '', customerId = '' } = useParams<{ accountId: string; customerId: string }>()
  return <RecordNotFound accountId={accountId} customerId={decodeURIComponent(customerId)} />
}
