'use client'

import { type IconNode, Rows2, Rows3, Rows4 } from 'lucide'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { usePreferences } from '@/components/ui/page/preferences'
import { type Density, densities } from '@/lib/preferences'

const icons: Record<Density, IconNode> = { compact: Rows4, regular: Rows3, roomy: Rows2 }

/** How tall rows are. */
export function DensitySwitch() {
  const { t } = useIntl()
  const { preferences, choose } = usePreferences()
  return (
    <fieldset className="hidden flex-none overflow-hidden rounded-2 border border-line-strong wide:inline-flex print:hidden">
      <legend className="sr-only">{t.table.density}</legend>
      {densities.map((value) => {
        return (
          <label
            key={value}
            title={t.table.densities[value]}
            className="grid h-6.5 w-7 place-items-center border-line border-l text-text-3 first-of-type:border-l-0 has-checked:bg-press has-checked:text-text-1 has-focus-visible:outline-2 has-focus-visible:outline-(--focus) has-focus-visible:-outline-offset-2"
          >
            <input
              type="radio"
              name="density"
              value={value}
              aria-label={t.table.densities[value]}
              checked={value === preferences.density}
              onChange={() => void choose({ density: value })}
              className="sr-only"
            />
            <Icon of={icons[value]} />
          </label>
        )
      })}
    </fieldset>
  )
}
