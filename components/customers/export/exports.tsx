'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { ExportDialog } from '@/components/customers/export/export-dialog'
import { ExportStrip } from '@/components/customers/export/export-strip'
import { saveFile } from '@/components/ui/save-file'
import { type ApiError, isApiError } from '@/lib/api/errors'
import { fetchFile } from '@/lib/api/fetch-file'
import { changeExport, exportQueries } from '@/lib/api/queries/exports'
import { routes } from '@/lib/api/routes'
import type { ExportAction } from '@/lib/exports'

export type ExportsProps = {
  accountId: string
  /** The query of the list, as its URL has it. */
  query: string
  total: number | null | undefined
  isOpen: boolean
  onClose: () => void
}

/** An export of so many customers that was begun here is downloaded by itself. */
const mostByItself = 1_000

/** The form of a new export, and a strip for each of this person's exports. */
export function Exports({ accountId, query, total, isOpen, onClose }: ExportsProps) {
  const client = useQueryClient()
  const { data } = useQuery(exportQueries.list(accountId))
  const [begunHere, setBegunHere] = useState<readonly string[]>([])
  const [downloading, setDownloading] = useState<string | null>(null)
  const [failures, setFailures] = useState<{ readonly [id: string]: ApiError }>({})
  const list = data?.exports ?? []

  const refetch = () => client.invalidateQueries({ queryKey: exportQueries.list(accountId).queryKey })
  const attempt = async (id: string, work: () => Promise<unknown>) => {
    setFailures(({ [id]: _, ...others }) => others)
    try {
      await work()
    } catch (thrown) {
      if (!isApiError(thrown)) throw thrown
      setFailures((others) => ({ ...others, [id]: thrown }))
    }
    await refetch()
  }
  const change = (id: string, action: ExportAction) => attempt(id, () => changeExport(accountId, id, action))
  const download = async (id: string) => {
    if (downloading !== null) return
    setDownloading(id)
    await attempt(id, async () => saveFile(await fetchFile(routes.api.exportFile(accountId, id))))
    setDownloading(null)
  }

  const ready = list.find(({ id, state, rows }) => state === 'ready' && rows <= mostByItself && begunHere.includes(id))
  const downloadByItself = useEffectEvent((id: string) => {
    // Once: where it fails, the strip has a button.
    setBegunHere((ids) => ids.filter((one) => one !== id))
    void download(id)
  })
  useEffect(() => {
    if (ready) downloadByItself(ready.id)
  }, [ready])

  return (
    <>
      {list.map((one) => (
        <ExportStrip
          key={one.id}
          one={one}
          perMinute={data?.calls_per_minute ?? 0}
          isDownloading={downloading === one.id}
          failure={failures[one.id] ?? null}
          onChange={(action) => void change(one.id, action)}
          onDownload={() => void download(one.id)}
        />
      ))}
      {isOpen && (
        <ExportDialog
          accountId={accountId}
          query={query}
          total={total ?? null}
          list={data}
          onClose={onClose}
          onBegun={(id) => {
            setBegunHere((ids) => [...ids, id])
            void refetch()
          }}
        />
      )}
    </>
  )
}
