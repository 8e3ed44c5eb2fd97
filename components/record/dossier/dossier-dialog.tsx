'use client'

import { DossierForm } from '@/components/record/dossier/dossier-form'
import { DossierProgress } from '@/components/record/dossier/dossier-progress'
import { useDossier } from '@/components/record/dossier/use-dossier'
import { Button } from '@/components/ui/button'
import { useIntl } from '@/components/ui/intl'
import { ModalDialog } from '@/components/ui/page/modal-dialog'
import { fill } from '@/lib/messages/messages'

type DossierDialogProps = { accountId: string; customerId: string; onClose: () => void }

/** Makes a file with everything that is kept about a customer: why and how, how far it has come, and what is not in it. */
export function DossierDialog({ accountId, customerId, onClose }: DossierDialogProps) {
  const { t } = useIntl()
  const words = t.record.dossier
  const { step, file, failure, make, stop, reset, partName } = useDossier(accountId, customerId)
  const gaps = file?.gaps.map(({ part }) => partName(part)) ?? []
  return (
    <ModalDialog title={words.title} onClose={onClose}>
      <div className="px-5 py-3 text-13">
        {step && (
          <>
            <DossierProgress step={step} partName={partName} />
            <Button onClick={stop}>{t.exports.cancel}</Button>
          </>
        )}
        {file && (
          <>
            <p role="status" className="pb-3">
              <b className="block font-medium">{words.done}</b>
              {gaps.length > 0 && <span className="text-warn">{fill(words.gaps, { parts: gaps.join(', ') })}</span>}
            </p>
            <Button onClick={reset}>{words.again}</Button>
          </>
        )}
        {/* It keeps what was written for another try. */}
        <div hidden={step !== null || file !== null}>
          <DossierForm failure={failure} onMake={make} />
        </div>
      </div>
    </ModalDialog>
  )
}
