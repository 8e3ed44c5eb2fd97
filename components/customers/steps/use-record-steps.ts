'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { createLoader } from 'nuqs'
import { useMemo, useState } from 'react'
import { firstPageCursor, type PageCursor, withPage } from '@/components/customers/next-search-params'
import { getNextCursor, isPageCursor, toPageHistory } from '@/components/customers/page-cursors'
import { searchFieldOf } from '@/components/customers/search-field'
import { usePageHistory } from '@/components/list/page-history'
import { customerQueries } from '@/lib/api/queries/customers'
import { routes } from '@/lib/api/routes'
import {
  customerSearchParams,
  serializeCustomerSearchParams,
  toApiQuery,
  toListFilters,
} from '@/lib/customers/filters/customer-query'
import { canBeInUrl } from '@/lib/customers/model/customer-id'
import { type RecordList, storeRecordList } from '@/lib/record-list'

const loadSearchParams = createLoader(customerSearchParams)

type RecordStepsOptions = { accountId: string; list: RecordList; index: number }

/** Opens a record beside the open one. `by` is the button that did it; a key leaves the focus where it is. */
type Step = (by?: RecordList['stepped']) => void

/**
 * The steps from a record to those beside it in a list that is not on the screen. At the edge of its page they fetch the
 * page beside it, as the list would.
 */
export function useRecordSteps({ accountId, list, index }: RecordStepsOptions) {
  const { search, ids } = list
  const router = useRouter()
  const queryClient = useQueryClient()
  const [isTurning, setIsTurning] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const params = useMemo(() => loadSearchParams(search), [search])
  const history = usePageHistory<PageCursor>(toPageHistory(accountId, params))
  const filters = toListFilters(params)

  const open = (id: string, opened: RecordList, by: RecordList['stepped']) => {
    storeRecordList(accountId, { ...opened, ...(by && { stepped: by, to: id }) })
    router.push(routes.customer(accountId, id))
  }
  const turnTo =
    (cursor: PageCursor, getNumber: () => number | null, side: 0 | -1) => async (by?: RecordList['stepped']) => {
      if (isTurning) return
      setIsTurning(true)
      setHasFailed(false)
      try {
        const requested = withPage(params, cursor, 1)
        const page = await queryClient.fetchQuery(customerQueries.page(accountId, toApiQuery(requested)))
        // A page of changes repeats the end of the page before it.
        const fetched = page.customers
          .map(({ customer_id }) => customer_id)
          .filter((id) => !ids.includes(id) && canBeInUrl(id))
        const id = fetched.at(side)
        const at = getNumber() ?? 1
        const turned = {
          search: serializeCustomerSearchParams({ ...requested, at }),
          ids: fetched,
          next: getNextCursor(page),
        }
        if (id !== undefined) open(id, turned, by)
        else {
          // A full page is followed by an empty one where Dintero has not said that it is the last.
          if (side === 0) storeRecordList(accountId, { search, ids, next: null })
          setIsTurning(false)
        }
      } catch {
        setHasFailed(true)
        setIsTurning(false)
      }
    }

  const toStep = (id: string | undefined, turn: Step | null): Step | null =>
    id === undefined ? turn : (by) => open(id, { search, ids, next: list.next }, by)
  const { previous, addNext } = history
  const next = isPageCursor(list.next) ? list.next : null
  return {
    /** What the list was searched for. */
    text: filters[searchFieldOf(filters)],
    hasFailed,
    previous: toStep(
      ids.slice(0, index).findLast(canBeInUrl),
      previous && turnTo(previous.cursor ?? firstPageCursor, () => previous.pageNumber, -1),
    ),
    next: toStep(ids.slice(index + 1).find(canBeInUrl), next && turnTo(next, () => addNext(next, []), 0)),
  }
}
