'use client'

import { useParams } from 'next/navigation'
import { RecordNotFound } from '@/components/record/page/record-not-found'

/** A record that never existed, as far as Dintero tells. */
export default function CustomerNotFound() {
  const { accountId = '', customerId = '' } = useParams<{ accountId: string; customerId: string }>()
  return <RecordNotFound accountId={accountId} customerId={decodeURIComponent(customerId)} />
}
