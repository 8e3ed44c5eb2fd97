import Link from 'next/link'
import styles from '@/components/record/facts/record-table.module.css'
import { Text } from '@/components/ui/text'
import { routes } from '@/lib/api/routes'
import { canBeInUrl } from '@/lib/customers/model/customer-id'

/** The name of another customer as a link to its record; as text where its id cannot be in a URL. */
export function RecordLink({ accountId, id, name }: { accountId: string; id: string; name: string }) {
  if (!canBeInUrl(id)) return <Text>{name}</Text>
  return (
    <Link className={styles.name} href={routes.customer(accountId, id)} prefetch={false}>
      <Text>{name}</Text>
    </Link>
  )
}
