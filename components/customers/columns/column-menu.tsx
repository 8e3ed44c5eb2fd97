'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ColumnLine } from '@/components/customers/columns/column-line'
import { GoneColumns } from '@/components/customers/columns/gone-columns'
import { useColumnDrag } from '@/components/customers/columns/use-column-drag'
import { useColumnMenu } from '@/components/customers/columns/use-column-menu'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { Popover } from '@/components/ui/popover'
import { visibleText } from '@/components/ui/text'
import { accountQueries } from '@/lib/api/queries/account'
import { extraColumnId } from '@/lib/customers/columns/column-ids'
import { extraColumnIds } from '@/lib/customers/columns/column-state'
import { isDeclaredColumn } from '@/lib/customers/columns/declared-columns'
import { consentChannels, hasReach } from '@/lib/customers/model/consent-channels'
import type { CustomerPage } from '@/lib/customers/model/customer'

type ColumnMenuProps = { accountId: string; isMasked: boolean; onClose: () => void }

/** The custom consent channels of the customers that this tab has listed: no call names those of an account. */
function useListedChannels(accountId: string): string[] {
  const pages = useQueryClient().getQueriesData<CustomerPage>({ queryKey: ['customers', accountId] })
  const customers = pages.flatMap(([, page]) => page?.customers ?? [])
  return [...new Set(customers.flatMap((customer) => consentChannels(customer).map(({ channel }) => channel)))].filter(
    (channel) => !hasReach(channel),
  )
}

/** Which columns the list shows, in which order, how wide, and which stay at the left: by pointer and by key. */
export function ColumnMenu({ accountId, isMasked, onClose }: ColumnMenuProps) {
  const { t } = useIntl()
  const settings = useQuery(accountQueries.settings(accountId))
  const attributes = settings.data?.attributes
  const channels = useListedChannels(accountId)
  const available = [
    ...(attributes ?? []).map(({ name }) => extraColumnId({ kind: 'attribute', name })),
    ...channels.map((name) => extraColumnId({ kind: 'consent', name })),
  ]
  const menu = useColumnMenu({ accountId, attributes, available })
  const drag = useColumnDrag(menu)
  const [currentId, setCurrentId] = useState<string | null>(null)
  const gone = extraColumnIds(menu.layout).filter((id) => !isDeclaredColumn(id, attributes))
  return (
    <Popover label={t.columns.title} align="end" onClose={onClose}>
      <p id="columns-help" className="hidden pb-2 text-12 text-text-2 wide:block">
        {t.columns.help}
      </p>
      <ul className="-mx-1.5" {...drag.handlers}>
        {menu.columns.map((column, index) => (
          <ColumnLine
            key={column.id}
            menu={menu}
            column={column}
            attributes={attributes}
            isMasked={isMasked}
            isCurrent={currentId === null ? index === 1 : currentId === column.id}
            isDragged={drag.draggedId === column.id}
            onFocus={() => setCurrentId(column.id)}
          />
        ))}
      </ul>
      <GoneColumns ids={gone} onRemove={menu.remove} />
      {settings.isError && <p className="pt-2 text-12 text-text-2">{t.filters.settingsFailed}</p>}
      <p role="status" className="sr-only">
        {visibleText(menu.announcement)}
      </p>
      <Button size="small" className="mt-2" onClick={menu.reset}>
        {t.columns.reset}
      </Button>
    </Popover>
  )
}
