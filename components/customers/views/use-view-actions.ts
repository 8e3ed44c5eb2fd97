'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useColumnLayout } from '@/components/customers/columns/use-column-layout'
import type { Views } from '@/components/customers/views/use-views'
import { changeView, createView, deleteView, saveDefaultView } from '@/lib/api/change-views'
import { type ApiError, isApiError } from '@/lib/api/errors'
import { viewQueries } from '@/lib/api/queries/views'
import type { View } from '@/lib/customers/views/view'
import type { ViewChange } from '@/lib/customers/views/view-change'

/**
 * What a person does to views. Each function returns whether it was done; why not is in `failure`. All send the version that
 * the person has seen, so that no change is lost unseen.
 */
export function useViewActions(views: Views) {
  const { accountId, open, text, shown, openView, seenVersion, seeVersion } = views
  const { layout } = useColumnLayout(accountId)
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<ApiError | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const readAgain = async () => {
    const list = viewQueries.list(accountId)
    // A list that was requested before the change does not have it.
    await queryClient.cancelQueries({ queryKey: list.queryKey })
    await queryClient.fetchQuery(list).catch(() => {})
  }
  async function run<T>(work: () => Promise<T>, onDone: (result: T) => void = () => {}): Promise<boolean> {
    setIsBusy(true)
    setFailure(null)
    try {
      const result = await work().finally(readAgain)
      onDone(result)
      return true
    } catch (thrown) {
      if (!isApiError(thrown)) throw thrown
      setFailure(thrown)
      return false
    } finally {
      setIsBusy(false)
    }
  }
  const version = seenVersion ?? 1
  const kept = { query: text, density: shown.density, columns: layout }
  const change = async (id: string, values: ViewChange) =>
    run(
      () => changeView(accountId, id, values),
      (view) => seeVersion(view.version),
    )
  return {
    failure,
    isBusy,
    /** Keeps what the list shows as a view of the person’s own, and opens it. */
    saveAs: (name: string) => run(() => createView(accountId, { name, ...kept }), openView),
    /** Keeps what the list shows in the open view; in place of what `instead` holds, where it was changed meanwhile. */
    save: async (instead?: View) => open !== null && change(open.id, { version: instead?.version ?? version, ...kept }),
    rename: async (name: string) => open !== null && change(open.id, { version, name }),
    share: async (shared: boolean) => open !== null && change(open.id, { version, shared }),
    remove: async () => open !== null && run(() => deleteView(accountId, { id: open.id, version })),
    setDefault: (id: string | null) => run(() => saveDefaultView(accountId, id)),
  }
}

export type ViewActions = ReturnType<typeof useViewActions>
