import type { AttributeSetting } from '@/lib/customers/model/customer'

/** An attribute as an account declares it: one text that the customer sees, unless a test says otherwise. */
export const attributeForTests = (name: string, more: Partial<AttributeSetting> = {}): AttributeSetting => ({
  name,
  type: 'string',
  multiple_values: false,
  private: false,
  ...more,
})
