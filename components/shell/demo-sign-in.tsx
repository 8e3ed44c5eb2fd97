'use client'

import { ChevronRight } from 'lucide'
import { type FormEvent, useState } from 'react'
import { useStoreReturnPath } from '@/components/shell/use-store-return-path'
import { Button } from '@/components/ui/button'
import { useCommand, useCommandKeys } from '@/components/ui/commands'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { KeyHint } from '@/components/ui/key-hint'
import type { Role } from '@/lib/access'
import { signInDemo, takeReturnPath } from '@/lib/authentication'

type Person = { email: string; name: string; role: Role }
type State = 'idle' | 'working' | 'refused' | 'too many' | 'unavailable' | 'failed'

const fieldClass = 'h-11 w-full rounded-2 border border-line-control bg-page px-2.5 text-14 wide:h-8'

/** Sign-in as one of the demo people, by a click, a key or the form. Shown only when the upstream is the sandbox. */
export function DemoSignIn({ people, password }: { people: Person[]; password: string }) {
  const { t } = useIntl()
  const [state, setState] = useState<State>('idle')
  useStoreReturnPath()
  useCommandKeys()

  const signIn = async (email: string, secret: string) => {
    setState('working')
    try {
      const outcome = await signInDemo(email, secret)
      if (outcome === 'signed in') window.location.replace(takeReturnPath())
      else setState(outcome)
    } catch {
      setState('failed')
    }
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (state === 'working') return
    const form = new FormData(event.currentTarget)
    void signIn(String(form.get('email')), String(form.get('password')))
  }
  const message = {
    idle: '',
    working: t.signIn.working,
    refused: t.signIn.refused,
    'too many': t.signIn.tooMany,
    unavailable: t.signIn.unavailable,
    failed: t.signIn.failed,
  }[state]

  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-2 pt-8 pb-2">
        <h2 className="font-medium">{t.signIn.demoPeople}</h2>
        <span className="text-12 text-text-2">{t.signIn.demoNote}</span>
      </div>
      <ul className="border-line border-t">
        {people.map(({ email, name, role }, index) => (
          <li key={email} className="border-line-row border-b">
            <PersonButton
              index={index + 1}
              name={name}
              role={t.shell.roles[role]}
              what={t.signIn.what[role]}
              onChoose={() => void signIn(email, password)}
            />
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="pt-8">
        <h2 className="pb-2 font-medium">{t.signIn.byHand}</h2>
        <div className="grid gap-2 wide:grid-cols-form-line wide:items-end">
          <label className="text-12 text-text-2">
            {t.signIn.email}
            <input name="email" type="email" autoComplete="username" required className={`${fieldClass} text-text-1`} />
          </label>
          <label className="text-12 text-text-2">
            {t.signIn.password}
            <input
              name="password"
              type="password"
              autoComplete="current-password"
              required
              className={`${fieldClass} text-text-1`}
            />
          </label>
          <Button
            type="submit"
            variant="primary"
            className="justify-center wide:h-8"
            aria-disabled={state === 'working'}
          >
            {t.signIn.submit}
          </Button>
        </div>
      </form>
      <p role="status" className={`min-h-7 pt-2 ${state === 'working' ? 'text-text-2' : 'text-danger'}`}>
        {message}
      </p>
    </>
  )
}

type PersonButtonProps = { index: number; name: string; role: string; what: string; onChoose: () => void }

function PersonButton({ index, name, role, what, onChoose }: PersonButtonProps) {
  useCommand({
    id: `demo-person-${index}`,
    keys: [String(index)],
    title: name,
    group: 'go',
    run: () => {
      onChoose()
      return true
    },
  })
  return (
    <button
      type="button"
      onClick={onChoose}
      className="hover-fade flex min-h-11 w-full items-center gap-3 py-1 text-left hover:bg-hover wide:min-h-10"
    >
      <KeyHint className="w-4.5 px-0">{index}</KeyHint>
      <span className="flex min-w-0 flex-auto flex-wrap gap-x-3 wide:flex-nowrap">
        <span className="flex-none font-medium wide:w-29">{name}</span>
        <span className="flex-none wide:w-26">{role}</span>
        <span className="min-w-0 basis-full text-text-2 wide:basis-auto">{what}</span>
      </span>
      <Icon of={ChevronRight} className="text-text-3" />
    </button>
  )
}
