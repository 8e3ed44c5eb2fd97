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
  /** The key that leads to it, the same in every record. The sections that came later have what was left. */
  shortcut: string
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
  { id: 'overview', shortcut: '1', column: 1, Component: OverviewSection },
  { id: 'consent', shortcut: '2', column: 1, Component: ConsentSection, Count: ChannelCount },
  { id: 'addresses', shortcut: '3', column: 1, Component: AddressesSection, Count: AddressCount },
  { id: 'company', shortcut: '4', column: 1, Component: CompanySection, isShown: hasCompany },
  { id: 'contacts', shortcut: '5', column: 2, Component: ContactsSection, Count: ContactCount },
  { id: 'tags', shortcut: '6', column: 2, Component: TagsSection, Count: TagCount },
  {
    id: 'purchases',
    shortcut: '0',
    column: 2,
    Component: PurchasesSection,
    isShown: ({ hiddenSections }) => !hiddenSections.includes('purchases'),
  },
  {
    id: 'rewards',
    shortcut: 'r',
    column: 2,
    Component: RewardsSection,
    isShown: ({ hiddenSections }) => !hiddenSections.includes('rewards'),
  },
  { id: 'attributes', shortcut: '7', column: 2, Component: AttributesSection, Count: AttributeCount },
  { id: 'timeline', shortcut: 'h', column: 2, Component: TimelineSection },
  {
    id: 'activity',
    shortcut: '8',
    column: 2,
    Component: ActivitySection,
    isShown: ({ mayReadActivity }) => mayReadActivity,
  },
  { id: 'raw', shortcut: '9', column: 2, Component: RawSection },
]
