import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { RevealForm } from '@/components/record/reveal/reveal-form'
import { renderWithIntl } from '@/components/ui/testing/intl-for-tests'

afterEach(cleanup)

function show() {
  const onReveal = vi.fn(async (_reason: string) => {})
  renderWithIntl(<RevealForm what="email" onReveal={onReveal} />)
  const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Reveal' }))
  return { onReveal, submit, radio: (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }) }
}

it('has no reason chosen beforehand, and says that one is needed', () => {
  const { onReveal, submit } = show()
  const radios = screen.getAllByRole<HTMLInputElement>('radio')
  expect(radios.filter(({ checked }) => checked)).toEqual([])
  submit()
  expect(screen.getByRole('alert').textContent).toBe('Choose a reason first.')
  expect(document.activeElement).toBe(radios[0])
  expect(onReveal).not.toHaveBeenCalled()
})

it('sends the reason that is chosen', () => {
  const { onReveal, submit, radio } = show()
  submit()
  fireEvent.click(radio('To contact the customer'))
  expect(screen.getByRole('alert').textContent).toBe('')
  submit()
  expect(onReveal.mock.calls).toEqual([['To contact the customer']])
})

it('asks for the words of another reason', () => {
  const { onReveal, submit, radio } = show()
  fireEvent.click(radio('Another reason'))
  const text = screen.getByRole('textbox', { name: 'Another reason' })
  fireEvent.change(text, { target: { value: 'a' } })
  submit()
  expect(screen.getByRole('alert').textContent).toBe('Write the reason in a few words.')
  expect(document.activeElement).toBe(text)
  fireEvent.change(text, { target: { value: ' asked for a receipt ' } })
  submit()
  expect(onReveal.mock.calls).toEqual([['asked for a receipt']])
})
