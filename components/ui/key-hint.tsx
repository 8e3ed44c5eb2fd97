'use client'

import { useHasCharacterKeys } from '@/components/ui/commands'
import { Kbd } from '@/components/ui/kbd'

/** The character that triggers what it stands beside; nothing for a person who has switched such keys off. */
export function KeyHint(props: { children: string | number; className?: string }) {
  return useHasCharacterKeys() && <Kbd {...props} />
}
