import { readTextScale } from '@/components/list/use-text-scale'

/** The widths of the visible columns as the browser has laid them out, by their id, at the usual size of text; none on cards. */
export function measureColumns(head: Element | null): Record<string, number> {
  const scale = readTextScale()
  const cells = [...(head?.querySelectorAll<HTMLElement>('[data-column]') ?? [])]
  const widths = cells.map((cell) => [cell.dataset.column, cell.getBoundingClientRect().width / scale] as const)
  return Object.fromEntries(widths.filter(([, width]) => width > 0))
}
