import type { Messages } from '@/lib/messages/messages'

/** Returns the label of a property of Dintero's. */
export function propertyLabel(property: string, t: Messages): string {
  const labels: Record<string, string> = {
    type: t.record.type,
    id: t.record.id,
    customer_id: t.record.customerId,
    first_name: t.record.firstName,
    last_name: t.record.lastName,
    email: t.record.email,
    phone_number: t.record.phone,
    gender: t.record.gender,
    date_of_birth: t.record.dateOfBirth,
    status: t.record.status,
    favorite_store: t.record.favouriteStore,
    enrolled_by: t.record.enrolledBy,
    term: t.record.terms,
    created_at: t.record.created,
    created_by: t.record.createdBy,
    updated_at: t.record.updated,
    deleted_at: t.record.deleted,
    deleted_by: t.record.deletedBy,
    addresses: t.record.addresses,
    marketing_consent: t.record.consent,
    company: t.record.company,
    contact_for: t.record.contactForTitle,
    attributes: t.record.attributes,
    metadata: t.record.metadata,
  }
  return Object.hasOwn(labels, property) ? (labels[property] ?? property) : property
}
