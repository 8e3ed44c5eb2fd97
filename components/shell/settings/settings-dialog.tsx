'use client'

import { CallRows } from '@/components/shell/settings/call-rows'
import { ChoiceRow } from '@/components/shell/settings/choice-row'
import { ZoneRow } from '@/components/shell/settings/zone-row'
import { useIntl } from '@/components/ui/intl'
import { ModalDialog } from '@/components/ui/page/modal-dialog'
import { usePreferences } from '@/components/ui/page/preferences'
import { densities, locales, shortcutChoices, themes } from '@/lib/preferences'

/** What a person chooses for themselves. A choice holds at once, and on every machine of theirs. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useIntl()
  const { preferences, choose } = usePreferences()
  const { theme, locale, density, shortcuts } = preferences
  return (
    <ModalDialog title={t.settings.title} onClose={onClose}>
      <div className="px-5 py-1">
        <ChoiceRow
          label={t.shell.theme}
          values={themes}
          names={t.shell.themes}
          value={theme}
          onChoose={(next) => choose({ theme: next })}
        />
        <ChoiceRow
          label={t.shell.language}
          values={locales}
          names={t.shell.locales}
          value={locale}
          onChoose={(next) => choose({ locale: next })}
        />
        <ZoneRow />
        <ChoiceRow
          label={t.table.density}
          values={densities}
          names={t.table.densities}
          value={density}
          onChoose={(next) => choose({ density: next })}
        />
        <ChoiceRow
          label={t.shortcuts.characters}
          note={t.shortcuts.charactersNote}
          values={shortcutChoices}
          names={t.shortcuts.choices}
          value={shortcuts}
          onChoose={(next) => choose({ shortcuts: next })}
        />
        <CallRows />
      </div>
    </ModalDialog>
  )
}
