import { ContinueToDesk } from '@/components/shell/continue-to-desk'
import { DemoSignIn } from '@/components/shell/demo-sign-in'
import { OidcSignIn } from '@/components/shell/oidc-sign-in'
import { InertUntilHydrated } from '@/components/ui/page/inert-until-hydrated'
import { messagesFor } from '@/lib/messages/catalogue'
import { signInUnavailable } from '@/lib/server/auth/answer-auth-request'
import { demoPassword, demoPeople } from '@/lib/server/auth/demo-people'
import { readViewer } from '@/lib/server/auth/viewer'
import { env } from '@/lib/server/env'
import { requestPreferences } from '@/lib/server/http/preferences'
import { screenTitle } from '@/lib/server/http/title'
import { version } from '@/lib/version'

export const generateMetadata = screenTitle((t) => t.signIn.title)

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const refusalOf = (error: unknown) => {
  if (error === undefined) return null
  return error === signInUnavailable ? 'unavailable' : 'notLetIn'
}

/** The sign-in page. A refused sign-in leads back here, and nothing on the page reveals which part was wrong. */
export default async function SignInPage({ searchParams }: Props) {
  // Without a database no session can be checked; the sign-in itself then reports the failure.
  const viewer = await readViewer().catch(() => null)
  if (viewer) return <ContinueToDesk />
  const t = messagesFor((await requestPreferences()).locale)
  const { demoSignIn } = env().upstream
  const facts = [
    [t.signIn.signedOutAfter, t.signIn.hours],
    [t.signIn.reads, t.signIn.readsOnly],
    [t.signIn.version, version],
  ]
  return (
    <main className="grid min-h-dvh grid-cols-1 content-start gap-x-16 px-3 py-8 wide:grid-cols-sign-in wide:p-12 large:grid-cols-sign-in-wide large:pt-36 large:pl-40">
      <div>
        <p className="pb-8 font-semibold tracking-name">{t.app.name}</p>
        <h1 className="font-semibold text-18 tracking-page-title">{t.signIn.title}</h1>
        <p className="text-text-2">{t.app.tagline}</p>
        <InertUntilHydrated>
          {demoSignIn ? (
            <DemoSignIn people={[...demoPeople]} password={demoPassword} />
          ) : (
            <OidcSignIn refusal={refusalOf((await searchParams).error)} />
          )}
        </InertUntilHydrated>
      </div>
      <dl className="mt-8 grid grid-cols-facts self-start border-line border-t pt-4 large:mt-13 large:border-t-0 large:border-l large:pt-0 large:pl-8">
        {facts.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="py-0.5 text-text-2">{label}</dt>
            <dd className="py-0.5">{value}</dd>
          </div>
        ))}
      </dl>
    </main>
  )
}
