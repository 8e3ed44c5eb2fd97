import type { Messages } from '@/lib/messages/messages'

/** Something wrong in a search text: `at` and `length` in UTF-16 units of the text. The catalogue has the sentences. */
export type Problem = {
  kind: keyof Messages['problems']
  at: number
  length: number
  /** The text that is wrong. */
  value: string
  /** What would be right, the nearest first. */
  expected: string[]
}

/** Something wrong with the value of an operator; the parser knows where it stands. */
export type ValueProblem = Pick<Problem, 'kind'> & Partial<Pick<Problem, 'value' | 'expected'>>
