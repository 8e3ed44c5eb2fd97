import { ChevronDown } from 'lucide'
import { useRef, useState } from 'react'
import { rowClass, rowLabelClass } from '@/components/shell/settings/choice-row'
import { ZoneList } from '@/components/shell/settings/zone-list'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { usePreferences } from '@/components/ui/page/preferences'
import { fill } from '@/lib/messages/messages'
import { browserZone } from '@/lib/preferences'

/** The line of the settings for the time zone, whose list unfolds below it. */
export function ZoneRow() {
  const { t } = useIntl()
  const { preferences, choose } = usePreferences()
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { timeZone } = preferences
  const nameOf = (zone: string) =>
    zone === browserZone
      ? fill(t.settings.browserZone, { zone: new Intl.DateTimeFormat().resolvedOptions().timeZone })
      : zone.replaceAll('_', ' ')
  const close = () => {
    setIsOpen(false)
    button.current?.focus()
  }
  return (
    <div className={rowClass}>
      <span className={rowLabelClass}>{t.settings.timeZone}</span>
      <Button
        ref={button}
        aria-label={fill(t.palette.chosen, { caption: t.settings.timeZone, value: nameOf(timeZone) })}
        aria-expanded={isOpen}
        className="font-normal"
        onClick={() => setIsOpen(!isOpen)}
      >
        <span>{nameOf(timeZone)}</span>
        <Icon of={ChevronDown} />
      </Button>
      {isOpen && (
        <ZoneList
          chosen={timeZone}
          nameOf={nameOf}
          onChoose={(zone) => {
            void choose({ timeZone: zone })
            close()
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
