/** What is wrong in a search text, and where: `at` and `length` in UTF-16 units of the text. The catalogue has the words. */
export type Problem = {
  kind:
    | 'no_value'
    | 'open_quote'
    | 'too_long'
    | 'invisible'
    | 'unknown_operator'
    | 'doubled'
    | 'not_offered'
    | 'invalid'
    | 'unknown_tag'
    | 'ambiguous_tag'
    | 'tags_unknown'
    | 'unknown_attribute'
    | 'too_many_attributes'
    | 'comma'
    | 'attribute_type'
    | 'payment_card'
    | 'not_a_phone'
    | 'not_together'
    | 'no_account_in_address'
    | 'unknown_address'
  at: number
  length: number
  /** What was typed there. */
  value: string
  /** What would be right, nearest first. */
  expected: string[]
}
