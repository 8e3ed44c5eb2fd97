import { Building2, CircleDashed, ContactRound, EyeOff, type IconNode, IdCard, UserRound, UserRoundX } from 'lucide'
import { createElement } from 'react'
import type { CustomerType } from '@/lib/customers/model/customer'

const shapes: Record<CustomerType | 'masked' | 'gone', IconNode> = {
  customer: UserRound,
  company: Building2,
  contact: ContactRound,
  employee: IdCard,
  other: CircleDashed,
  masked: EyeOff,
  gone: UserRoundX,
}

/** Lines of 1.25 px, where an icon of 24 is drawn in 14. */
const strokeWidth = (1.25 * 24) / 14

/** The icons of rows, once in a page; rows show them by name. It is rendered on the server alone, so no script holds the shapes. */
export function RowShapes() {
  return (
    <svg aria-hidden="true" className="hidden">
      {Object.entries(shapes).map(([name, shape]) => (
        <symbol key={name} id={`row-${name}`} viewBox="0 0 24 24" strokeWidth={strokeWidth}>
          {shape.map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
        </symbol>
      ))}
    </svg>
  )
}
