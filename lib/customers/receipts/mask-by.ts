import { maskText } from '@/lib/customers/model/masked'

/** What a mask does with each property of `T`: one without a decision does not compile. */
export type MaskOf<T> = Record<keyof T, 'shown' | 'masked'>

/** A copy in which each text is masked, down to the last; whatever is not text is left out. */
function maskTexts<T>(value: T): T {
  if (typeof value === 'string') return maskText as T
  if (Array.isArray(value)) return value.map(maskTexts) as T
  if (typeof value !== 'object' || value === null) return undefined as T
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, maskTexts(one)])) as T
}

/** A copy in which the properties that a mask says are masked; a missing one stays missing. */
export function maskBy<T extends object>(value: T, mask: MaskOf<T>): T {
  const seen = Object.entries(value).map(([name, one]) => [
    name,
    mask[name as keyof T] === 'shown' ? one : maskTexts(one),
  ])
  return Object.fromEntries(seen.filter(([, one]) => one !== undefined)) as T
}
