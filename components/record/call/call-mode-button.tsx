'use client'

import { Headset } from 'lucide'
import { Button } from '@/components/ui/button'
import { runCommand } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'

/** The key of call mode, by which the button and the palette switch it on and off, too. */
export const callModeKey = 'm'

/** Switches an open record to call mode, and back. */
export function CallModeButton() {
  const { t } = useIntl()
  const { title } = t.record.call
  return (
    <Button
      variant="plain"
      size="square"
      aria-label={title}
      title={title}
      className="print:hidden"
      onClick={() => runCommand(callModeKey)}
    >
      <Icon of={Headset} />
    </Button>
  )
}
