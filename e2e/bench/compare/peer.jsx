import { Admin, DataTable, DateField, EmailField, FunctionField, List, Resource, SearchInput } from 'react-admin'
import { createRoot } from 'react-dom/client'

/**
 * A list of customers as react-admin makes it: its own table, search and paging, ten columns, a hundred rows. It is built in
 * a scratch folder, where its packages are installed; nothing of the product imports it.
 */

const dataProvider = {
  async getList(_resource, { filter, pagination, signal }) {
    const query = new URLSearchParams({ limit: String(pagination.perPage), ...(filter.q && { search: filter.q }) })
    const response = await fetch(`/customers?${query}`, { signal })
    const rows = await response.json()
    return {
      data: rows.map((row) => ({ ...row, id: row.customer_id })),
      pageInfo: { hasNextPage: rows.length === pagination.perPage, hasPreviousPage: false },
    }
  },
}

const Customers = () => (
  <List perPage={100} filters={[<SearchInput key="q" source="q" alwaysOn />]} exporter={false}>
    <DataTable>
      <DataTable.Col label="Name">
        <FunctionField render={(row) => row.name ?? `${row.first_name ?? ''} ${row.last_name ?? ''}`} />
      </DataTable.Col>
      <DataTable.Col source="customer_id" />
      <DataTable.Col source="type" />
      <DataTable.Col source="email" field={EmailField} />
      <DataTable.Col source="phone_number" />
      <DataTable.Col source="status" />
      <DataTable.Col label="City">
        <FunctionField render={(row) => row.addresses?.[0]?.postal_place} />
      </DataTable.Col>
      <DataTable.Col label="Email consent">
        <FunctionField render={(row) => row.marketing_consent?.email?.consent && 'yes'} />
      </DataTable.Col>
      <DataTable.Col source="created_at" field={DateField} />
      <DataTable.Col source="updated_at" field={DateField} />
    </DataTable>
  </List>
)

createRoot(document.body.appendChild(document.createElement('div'))).render(
  <Admin dataProvider={dataProvider} disableTelemetry>
    <Resource name="customers" list={Customers} />
  </Admin>,
)
