'use client'

import { ChevronDown, ChevronUp, type IconNode } from 'lucide'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'

type Step = (() => void) | null

function StepButton({ label, icon, onStep }: { label: string; icon: IconNode; onStep: Step }) {
  return (
    // A `disabled` button would lose the focus, and with it the keys, when it reaches the end.
    <Button variant="plain" size="square" aria-label={label} aria-disabled={onStep === null} onClick={() => onStep?.()}>
      <Icon of={icon} size={16} />
    </Button>
  )
}

/** The buttons that open the records beside the open one. */
export function StepButtons({ onPrevious, onNext }: { onPrevious: Step; onNext: Step }) {
  const { t } = useIntl()
  return (
    <>
      <StepButton label={t.record.previous} icon={ChevronUp} onStep={onPrevious} />
      <StepButton label={t.record.next} icon={ChevronDown} onStep={onNext} />
    </>
  )
}
