/** The values of `Sec-Fetch-Site`: how the site that caused a request is related to ours. `none` is a person's own doing. */
export const sites = ['same-origin', 'same-site', 'cross-site', 'none'] as const
export type Site = (typeof sites)[number]
