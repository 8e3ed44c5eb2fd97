/** So many customers are loaded to be sorted: ten calls, and rows that a browser sorts in no time. */
export const mostSorted = 1_000
