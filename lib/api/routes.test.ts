import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aroundRoutes } from '@/lib/api/around-routes'
import { routes } from '@/lib/api/routes'

describe('routes', () => {
  it('never throws, and encodes every value as one segment, whatever it holds', () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.string(),
    )
    const text = fc.array(unit, { minLength: 1, maxLength: 6 }).map((units) => units.join(''))
    fc.assert(
      fc.property(text, (id) => {
        expect(routes.customer('P12345678', id).split('/')).toHaveLength(4)
        expect(routes.api.raw('P12345678', id).split('/')).toHaveLength(7)
        expect(aroundRoutes.receipt('P12345678', id, id).split('/')).toHaveLength(8)
        expect(decodeURIComponent(routes.customer('P12345678', id).split('/')[3] ?? '')).toBe(id.toWellFormed())
      }),
    )
  })

  it('builds every URL of the app', () => {
    expect({
      home: routes.home(),
      signIn: routes.signIn(),
      signInBack: routes.signIn('/P12345678/customers?search=ola&type=any'),
      account: routes.account('P12345678'),
      customers: routes.customers('P12345678'),
      customersWith: routes.customers('P12345678', '?search=ola'),
      customer: routes.customer('P12345678', 'a/b %#?æ'),
      activity: routes.activity('P12345678', '?kind=open'),
      sessions: routes.sessions('P12345678'),
      apiPreferences: routes.api.preferences('P12345678'),
      apiViews: routes.api.views('P12345678'),
      apiView: routes.api.view('P12345678', 'a/b'),
      apiDefaultView: routes.api.defaultView('P12345678'),
      apiSessionsEnd: routes.api.sessionsEnd('P12345678'),
      apiActivity: routes.api.activity('P12345678', '?customer=a%2Fb'),
      apiActivityExport: routes.api.activityExport('P12345678'),
      apiCustomers: routes.api.customers('P12345678', new URLSearchParams({ phone_number: '+4799999999' })),
      apiTotal: routes.api.customersTotal('P12345678'),
      apiCustomer: routes.api.customer('P12345678', 'total'),
      apiCustomerTags: routes.api.customerTags('P12345678', 'a/b'),
      apiTags: routes.api.tags('P12345678'),
      csrf: routes.api.auth('csrf'),
    }).toMatchInlineSnapshot(`
      {
        "account": "/P12345678",
        "activity": "/P12345678/activity?kind=open",
        "apiActivity": "/api/accounts/P12345678/activity?customer=a%2Fb",
        "apiActivityExport": "/api/accounts/P12345678/activity-export",
        "apiCustomer": "/api/accounts/P12345678/customers/total",
        "apiCustomerTags": "/api/accounts/P12345678/customers/a%2Fb/tags",
        "apiCustomers": "/api/accounts/P12345678/customers?phone_number=%2B4799999999",
        "apiDefaultView": "/api/accounts/P12345678/views/default",
        "apiPreferences": "/api/accounts/P12345678/preferences",
        "apiSessionsEnd": "/api/accounts/P12345678/sessions/end",
        "apiTags": "/api/accounts/P12345678/tags",
        "apiTotal": "/api/accounts/P12345678/customers-total",
        "apiView": "/api/accounts/P12345678/views/a%2Fb",
        "apiViews": "/api/accounts/P12345678/views",
        "csrf": "/api/auth/csrf",
        "customer": "/P12345678/customers/a%2Fb%20%25%23%3F%C3%A6",
        "customers": "/P12345678/customers",
        "customersWith": "/P12345678/customers?search=ola",
        "home": "/",
        "sessions": "/P12345678/sessions",
        "signIn": "/sign-in",
        "signInBack": "/sign-in?callbackUrl=%2FP12345678%2Fcustomers%3Fsearch%3Dola%26type%3Dany",
      }
    `)
  })
})
