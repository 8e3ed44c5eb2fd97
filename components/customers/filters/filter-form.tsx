'use client'

import { AttributeForm } from '@/components/customers/filters/attribute-form'
import { InstantForm } from '@/components/customers/filters/instant-form'
import { TokenForm } from '@/components/customers/filters/token-form'
import type { FilterFormProps } from '@/components/customers/filters/use-parsed-text'

const forms = { attributes: AttributeForm, instant: InstantForm, token: TokenForm }

/** The form of a filter that is not chosen from a menu. */
export function FilterForm({ kind, ...props }: FilterFormProps & { kind: keyof typeof forms }) {
  const Form = forms[kind]
  return <Form {...props} />
}
