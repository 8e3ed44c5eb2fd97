import { expect, it } from 'vitest'
import { layOutColumns } from '@/components/customers/columns/lay-out-columns'

const ids = ['name', 'type', 'email', 'phone', 'attribute:club']
const idsOf = (layout: Parameters<typeof layOutColumns>[1]) => layOutColumns(ids, layout).map(({ id }) => id)

it('shows the columns as they are given where nothing is laid out, with the name pinned', () => {
  expect(layOutColumns(ids, {})).toEqual(ids.map((id) => ({ id, isPinned: id === 'name' })))
})

it('orders what a layout names, and leaves the others behind it', () => {
  expect(idsOf({ order: ['attribute:club', 'email'] })).toEqual(['name', 'attribute:club', 'email', 'type', 'phone'])
})

it('hides, and pins to the left of the others', () => {
  const laidOut = layOutColumns(ids, { hidden: ['type', 'name'], pinned: ['phone'], order: ['email', 'phone'] })
  expect(laidOut).toEqual([
    { id: 'name', isPinned: true },
    { id: 'phone', isPinned: true },
    { id: 'email', isPinned: false },
    { id: 'attribute:club', isPinned: false },
  ])
})

it('leaves out ids that there is no column for', () => {
  expect(idsOf({ order: ['gone', 'email'], pinned: ['gone', 'constructor'], hidden: ['__proto__'] })).toEqual([
    'name',
    'email',
    'type',
    'phone',
    'attribute:club',
  ])
})
