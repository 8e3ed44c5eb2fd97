'use client'

import { useEffect, useRef, useState } from 'react'
import { useIntl } from '@/components/ui/intl'
import { saveFile } from '@/components/ui/save-file'
import { aroundRoutes } from '@/lib/api/around-routes'
import { type ApiError, isApiError } from '@/lib/api/errors'
import { fetchDossier } from '@/lib/api/fetch-dossier'
import type { DossierFile, DossierPartId, DossierRequest, DossierStep } from '@/lib/customers/dossier/dossier'

/** The dossier that is being made here: how far it has come, the file that was saved, or why there is none. */
export function useDossier(accountId: string, customerId: string) {
  const { t } = useIntl()
  const [step, setStep] = useState<DossierStep | null>(null)
  const [file, setFile] = useState<DossierFile | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const request = useRef<AbortController>(null)

  const stop = () => request.current?.abort()
  // Nobody waits for it once the dialog is closed.
  useEffect(() => () => request.current?.abort(), [])

  const make = async (wanted: DossierRequest) => {
    const controller = new AbortController()
    request.current = controller
    setFailure(null)
    setStep({ part: 'record' })
    try {
      const sent = await fetchDossier(aroundRoutes.dossier(accountId, customerId), wanted, setStep, controller.signal)
      saveFile({ name: sent.file.name, content: sent.content })
      setFile(sent.file)
    } catch (thrown) {
      if (!controller.signal.aborted) setFailure(isApiError(thrown) ? thrown : null)
    }
    setStep(null)
  }

  const names: Record<DossierPartId, string> = {
    record: t.record.overview,
    consent: t.record.consent,
    tags: t.record.tagsTitle,
    tokens: t.record.tokensTitle,
    purchases: t.record.purchases,
    cards: t.rewards.cards,
    rewards: t.record.rewards,
    changes: t.record.timeline,
    looked: t.record.dossier.looked,
    raw: t.record.raw,
  }
  /** The name of a part as the record calls it, in the middle of a sentence. */
  const partName = (part: DossierPartId) => names[part].toLowerCase()
  return { step, file, failure, make, stop, reset: () => setFile(null), partName }
}
