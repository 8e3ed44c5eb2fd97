import 'server-only'
import { headers } from 'next/headers'
import { notFound, unstable_rethrow } from 'next/navigation'
import type { ReactNode } from 'react'
import type { Permission } from '@/lib/access'
import type { ApiError } from '@/lib/api/errors'
import { type AccountAccess, beginRequest } from '@/lib/server/auth/account-access'
import { withDroppedParams } from '@/lib/server/http/admission/dropped-param'
import { toApiError } from '@/lib/server/http/api-failure'
import { guard, type ParamsSchema, type PathParams } from '@/lib/server/http/guard'
import { redirectToSignIn } from '@/lib/server/http/page-access'

export type RefusedPage = { error: ApiError; permission: Permission; accountId: string }

type Page<P> = {
  permission: Permission
  /** The shape of the path parameters beside `accountId`, where there are any. */
  params?: ParamsSchema<P>
  render: (request: { access: AccountAccess; params: P; searchParams: URLSearchParams }) => Promise<ReactNode>
  /** The screen of a page that was refused or failed. A person without a session is sent to sign-in instead. */
  renderFailure: (refused: RefusedPage) => ReactNode | Promise<ReactNode>
}

type PageProps = { params: Promise<PathParams>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** A page gets its path parameters percent-encoded, where a route handler gets them decoded. */
function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

const decodeParams = (params: PathParams): PathParams =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? decodeSegment(value) : value]),
  )

/** Every parameter of the query, with those that occur more than once. */
const toSearchParams = (given: Awaited<PageProps['searchParams']>): URLSearchParams =>
  new URLSearchParams(Object.entries(given).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])))

/**
 * A page of an account behind the guard that API routes have too. A page over a limit answers with the failure screen and
 * status 200: Next lets a page set no other status than 401, 403 or 404.
 */
export function page<P = undefined>({ permission, params, render, renderFailure }: Page<P>) {
  return async (props: PageProps): Promise<ReactNode> => {
    const request = beginRequest(await headers())
    const pathParams = decodeParams(await props.params)
    try {
      const guarded = await guard({ permission, params, pathParams, request })
      const searchParams = withDroppedParams(toSearchParams(await props.searchParams), await headers())
      return await render({ ...guarded, searchParams })
    } catch (thrown) {
      // Next's own signals: a redirect, a not-found screen.
      unstable_rethrow(thrown)
      const error = toApiError(thrown, request.id)
      if (error.code === 'unauthenticated') return redirectToSignIn()
      if (error.code === 'not_found') notFound()
      return renderFailure({ error, permission, accountId: String(pathParams.accountId) })
    }
  }
}
