'use client'

import { Download } from 'lucide'
import { Suspense, useEffect, useState } from 'react'
import type { ExportsProps } from '@/components/customers/export/exports'
import { Button } from '@/components/ui/button'
import { useCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'

const Exports = lazyComponent(
  () => import('@/components/customers/export/exports'),
  (all) => all.Exports,
)

/** The button that opens the form of an export. */
export function ExportButton({ onOpen }: { onOpen: () => void }) {
  const { t } = useIntl()
  useCommand({
    id: 'export',
    keys: [],
    title: t.exports.command,
    group: 'list',
    run: () => {
      onOpen()
      return true
    },
  })
  return (
    <Button size="square" aria-label={t.exports.open} title={t.exports.open} onClick={onOpen} className="print:hidden">
      <Icon of={Download} />
    </Button>
  )
}

/** After the first rows and what the person does first. */
const idleAfterMs = 2_500

/**
 * The exports of the person above the rows, also after a reload; their code comes when the page is idle, or with the form. They
 * stay when the form closes: they know what was begun in it, which is downloaded by itself.
 */
export function ExportSlot(props: ExportsProps) {
  const [isShown, setIsShown] = useState(false)
  if (props.isOpen && !isShown) setIsShown(true)
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), idleAfterMs)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <Suspense>
      <Exports {...props} />
    </Suspense>
  )
}
