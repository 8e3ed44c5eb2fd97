import type { ComponentType } from 'react'
import { PurchasesSection } from '@/components/record/purchases/purchases-section'
import { RawSection } from '@/components/record/raw/raw-section'
import { RewardsSection } from '@/components/record/rewards/rewards-section'
import { ActivitySection } from '@/components/record/sections/activity-section'
import { AddressCount, AddressesSection } from '@/components/record/sections/addresses-section'
import { AttributeCount, AttributesSection } from '@/components/record/sections/attributes-section'
import { CompanySection, hasCompany } from '@/components/record/sections/company-section'
import { ChannelCount, ConsentSection } from '@/components/record/sections/consent-section'
import { ContactCount, ContactsSection } from '@/components/record/sections/contacts-section'
import { OverviewSection } from '@/components/record/sections/overview-section'
import type { SectionProps } from '@/components/record/sections/section'
import { TagCount, TagsSection } from '@/components/record/sections/tags-section'
import { TimelineSection } from '@/components/record/timeline/timeline-section'
import type { Customer } from '@/lib/customers/model/customer'
import type { RecordAnswer } from '@/lib/customers/model/record'
import type { OptionalSection, SectionId } from '@/lib/customers/model/record-section'

type Visibility = {
  customer: Customer
  record: RecordAnswer | undefined
  mayReadActivity: boolean
  /** The sections that the installation has switched off. */
  hiddenSections: readonly OptionalSection[]
}

export type RecordSection = {
  id: SectionId
  /** The column of a wide page; the columns follow each other where there is room for one only. */
  column: 1 | 2
  Component: ComponentType<SectionProps>
  /** The count beside its name in the section bar. */
  Count?: ComponentType<{ accountId: string; customer: Customer }>
  /** Whether this record has the section, for this person; always, where it is missing. */
  isShown?: (visibility: Visibility) => boolean
}

/** The sections of a record, in the order in which they are shown. */
export const recordSections: readonly RecordSection[] = [
  { id: 'overview', column: 1, Component: OverviewSection },
  { id: 'consent', column: 1, Component: ConsentSection, Count: ChannelCount },
  { id: 'addresses', column: 1, Component: AddressesSection, Count: AddressCount },
  { id: 'company', column: 1, Component: CompanySection, isShown: hasCompany },
  { id: 'contacts', column: 2, Component: ContactsSection, Count: ContactCount },
  { id: 'tags', column: 2, Component: TagsSection, Count: TagCount },
  {
    id: 'purchases',
    column: 2,
    Component: PurchasesSection,
    isShown: ({ hiddenSections }) => !hiddenSections.includes('purchases'),
  },
  {
    id: 'rewards',
    column: 2,
    Component: RewardsSection,
    isShown: ({ hiddenSections }) => !hiddenSections.includes('rewards'),
  },
  { id: 'attributes', column: 2, Component: AttributesSection, Count: AttributeCount },
  { id: 'timeline', column: 2, Component: TimelineSection },
  { id: 'activity', column: 2, Component: ActivitySection, isShown: ({ mayReadActivity }) => mayReadActivity },
  { id: 'raw', column: 2, Component: RawSection },
]
