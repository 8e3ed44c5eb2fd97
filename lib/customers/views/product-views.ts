/** The views that come with the product. `all` is the list without any filter. */
export const productViews = ['all', 'new', 'deleted', 'companies'] as const
export type ProductView = (typeof productViews)[number]

const dayMs = 86_400_000

/**
 * The filters of a view of the product, as an address has them. `new` has what was added or changed in the last seven days,
 * since Dintero has no filter for what was added; it begins at midnight UTC, so that it stays the same all day.
 */
export function productViewQuery(view: ProductView, now: number): string {
  switch (view) {
    case 'all':
      return ''
    case 'new':
      return `since_datetime=${new Date(now - 7 * dayMs).toISOString().slice(0, 10)}T00:00:00Z`
    case 'deleted':
      return 'only=deleted'
    case 'companies':
      return 'type=company'
  }
}

/** The view of the product with this id, or null. */
export const toProductView = (id: string | null): ProductView | null => productViews.find((one) => one === id) ?? null
