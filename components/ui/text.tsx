import { visibleText } from '@/components/ui/visible-text'

/** Untrusted text: its direction stays its own, and invisible controls are shown, not obeyed. */
export function Text({ children }: { children: string }) {
  return <bdi>{visibleText(children)}</bdi>
}
