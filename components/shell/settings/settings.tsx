'use client'

import { Suspense } from 'react'
import { useOpenCommand } from '@/components/ui/commands'
import { useIntl } from '@/components/ui/intl'
import { lazyComponent } from '@/components/ui/lazy-component'

const SettingsDialog = lazyComponent(
  () => import('@/components/shell/settings/settings-dialog'),
  (all) => all.SettingsDialog,
)

/** The keys of the settings, by which the user menu and the palette open them, too. */
export const settingsKeys = 'g s'

/** Opens what a person may choose for themselves. */
export function Settings() {
  const { t } = useIntl()
  const [isOpen, setIsOpen] = useOpenCommand({
    id: 'settings',
    keys: [settingsKeys],
    title: t.settings.title,
    group: 'go',
  })
  return (
    isOpen && (
      <Suspense>
        <SettingsDialog onClose={() => setIsOpen(false)} />
      </Suspense>
    )
  )
}
