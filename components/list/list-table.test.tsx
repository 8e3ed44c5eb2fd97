import { createColumnHelper, useTable } from '@tanstack/react-table'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, it } from 'vitest'
import { type ListFeatures, listFeatures } from '@/components/list/list-features'
import { ListTable } from '@/components/list/list-table'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'

afterEach(cleanup)

type Thing = { name: string }
const features = listFeatures<Thing>()
const { accessor, columns: toColumns } = createColumnHelper<ListFeatures<Thing>, Thing>()
const things = Array.from({ length: 1_000 }, (_, index) => ({ name: `thing ${index}` }))

/** The names of the rows that were rendered, since it was emptied. */
const rendered: string[] = []
const columns = toColumns([
  accessor('name', {
    header: 'Name',
    cell: ({ getValue }) => {
      rendered.push(getValue())
      return getValue()
    },
  }),
])
const getRowAttributes = () => ({})

function Things() {
  const [currentIndex, setCurrentIndex] = useState(500)
  const table = useTable({ features, columns, data: things })
  return (
    <>
      <button type="button" onClick={() => setCurrentIndex(501)} />
      <ListTable
        table={table}
        caption="Things"
        isStale={false}
        answerKey=""
        currentIndex={currentIndex}
        getRowAttributes={getRowAttributes}
      />
    </>
  )
}

it('renders no other row than the two between which the selection moves', () => {
  renderWithIntl(<Things />)
  expect(rendered).toHaveLength(things.length)
  rendered.length = 0
  fireEvent.click(screen.getByRole('button'))
  expect(rendered).toEqual(['thing 500', 'thing 501'])
})
