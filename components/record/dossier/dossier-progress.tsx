'use client'

import styles from '@/components/record/dossier/dossier-progress.module.css'
import { useIntl } from '@/components/ui/intl'
import { type DossierPartId, type DossierStep, dossierParts } from '@/lib/customers/dossier/dossier'
import { fill } from '@/lib/messages/messages'

type DossierProgressProps = { step: DossierStep; partName: (part: DossierPartId) => string }

/** How far a dossier has come. The part is announced; its rows are counted for the eye alone, as they change many times a second. */
export function DossierProgress({ step: { part, done, of }, partName }: DossierProgressProps) {
  const { t, locale } = useIntl()
  const words = t.record.dossier
  const format = (count: number) => count.toLocaleString(locale)
  const before = part === null ? dossierParts.length : dossierParts.indexOf(part)
  const within = done !== undefined && of !== undefined && of > 0 ? done / of : 0
  return (
    <div className="pb-3">
      <p className="flex gap-2">
        <span role="status">{part === null ? words.writing : fill(words.loading, { what: partName(part) })}</span>
        {done !== undefined && (
          <span aria-hidden="true" className="text-text-2 tabular-nums">
            {of === undefined ? format(done) : fill(t.exports.progress, { count: format(done), total: format(of) })}
          </span>
        )}
      </p>
      <progress
        aria-label={words.progress}
        max={dossierParts.length + 1}
        value={before + within}
        className={styles.bar}
      />
    </div>
  )
}
