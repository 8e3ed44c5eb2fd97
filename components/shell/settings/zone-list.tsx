import { Check } from 'lucide'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { rankCommand } from '@/components/shell/palette/rank-command'
import { fieldClass } from '@/components/ui/field'
import { useIntl } from '@/components/ui/intl'
import { OptionList } from '@/components/ui/listbox/option-list'
import { useOptionKeys } from '@/components/ui/listbox/use-option-keys'
import { browserZone } from '@/lib/preferences'

/** UTC is no place, so not every browser counts it among its zones. */
const zones = () => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])]

type ZoneListProps = {
  /** The zone that is chosen. */
  chosen: string
  nameOf: (zone: string) => string
  onChoose: (zone: string) => void
  onClose: () => void
}

/** The time zones that this browser knows, found by what is typed; its own comes first. */
export function ZoneList({ chosen, nameOf, onChoose, onClose }: ZoneListProps) {
  const { t } = useIntl()
  const [text, setText] = useState('')
  const [all] = useState(zones)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  const toOptions = (names: readonly string[]) =>
    names
      .map((zone) => ({ key: zone, label: nameOf(zone).replaceAll('_', ' '), ...(zone === chosen && { icon: Check }) }))
      .filter(({ label }) => rankCommand(text, label) > 0)
  const groups = [
    { caption: t.settings.thisBrowser, options: toOptions([browserZone]) },
    { caption: t.settings.allZones, options: toOptions(all) },
  ].filter(({ options }) => options.length > 0)
  const choose = ({ key }: { key: string }) => onChoose(key)
  const options = groups.flatMap((group) => group.options)
  const { listId, activeIndex, idOf, activateFirst, inputProps } = useOptionKeys({ options, onChoose: choose })

  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return inputProps.onKeyDown(event)
    // It would close the settings as well.
    event.preventDefault()
    onClose()
  }
  return (
    <div className="w-full rounded-3 border border-line">
      <input
        {...inputProps}
        ref={input}
        aria-label={t.settings.timeZone}
        placeholder={t.settings.findZone}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck="false"
        maxLength={64}
        value={text}
        onChange={(event) => {
          activateFirst()
          setText(event.target.value)
        }}
        onKeyDown={handleKey}
        className={`${fieldClass} border-transparent`}
      />
      {options.length === 0 && (
        <p role="status" className="px-2 py-1 text-text-2">
          {t.settings.noZone}
        </p>
      )}
      <OptionList
        id={listId}
        label={t.settings.timeZone}
        className="max-h-60"
        groups={groups}
        activeIndex={activeIndex}
        idOf={idOf}
        onChoose={choose}
      />
    </div>
  )
}
