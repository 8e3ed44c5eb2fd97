import type { Views } from '@/components/customers/views/use-views'

/** Whether a part of the open view may be missing: it was left out, or names what the account may not have any more. */
export const mayLack = ({ open }: Views): boolean =>
  open !== null && (open.left_out.length > 0 || /\b(tag_id|attributes_keys)=/.test(open.query))
