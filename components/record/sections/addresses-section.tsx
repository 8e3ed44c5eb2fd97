'use client'

import { MapPin } from 'lucide'
import type { ReactNode } from 'react'
import { InvalidValues } from '@/components/record/facts/invalid-values'
import { RevealTool } from '@/components/record/reveal/reveal-tool'
import styles from '@/components/record/sections/addresses-section.module.css'
import { Section, SectionCount, type SectionProps } from '@/components/record/sections/section'
import { Heading, type RecordLayout, sectionLevel } from '@/components/record/view/record-heading'
import { toolClass } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Icon } from '@/components/ui/icon'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { addressLines, addressName, mapLink, readableAddresses } from '@/lib/customers/format/address-lines'
import type { Address, Customer } from '@/lib/customers/model/customer'
import { maskText } from '@/lib/customers/model/masked'
import { fill } from '@/lib/messages/messages'

type AddressBlockProps = {
  address: Address
  layout: RecordLayout
  /** What is done to all addresses, beside the kind of the first. */
  tool: ReactNode
}

function AddressBlock({ address, layout, tool }: AddressBlockProps) {
  const { t, locale } = useIntl()
  const lines = addressLines(address, locale)
  const level = sectionLevel[layout] === 2 ? 3 : 4
  const comment = address.comment?.trim()
  const isMasked = Object.values(address).includes(maskText)
  const map = isMasked ? null : mapLink(address, locale)
  const kind = addressName(address, t)
  return (
    <li className={styles.block}>
      <div className={styles.kind}>
        <Heading level={level} className="min-w-0">
          <Text>{kind}</Text>
        </Heading>
        {lines.length > 0 && !isMasked && (
          <CopyButton value={lines.join('\n')} what={t.record.address} label={t.record.copyAddress} />
        )}
        {tool}
        {map && (
          // Nothing of a customer is sent to the map service before the click, and never the URL of this page.
          <a
            href={map}
            target="_blank"
            rel="noopener noreferrer"
            referrerPolicy="no-referrer"
            aria-label={`${fill(t.record.openMapOf, { what: kind })} (${t.record.opensInNewTab})`}
            title={t.record.openMap}
            className={`${toolClass} print:hidden`}
          >
            <Icon of={MapPin} size={12} />
          </a>
        )}
      </div>
      {lines.length > 0 && (
        <address className={styles.lines}>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and none moves
            <span key={index} className="block">
              <Text>{line}</Text>
            </span>
          ))}
        </address>
      )}
      {comment && (
        <p className={styles.note}>
          <Text>{comment}</Text>
        </p>
      )}
    </li>
  )
}

/** The addresses, each as a block that can be copied whole. */
export function AddressesSection({ customer, layout, record }: SectionProps) {
  const { t, locale } = useIntl()
  const addresses = readableAddresses(customer.addresses, locale)
  const reveal = (
    <RevealTool
      field="addresses"
      what={t.record.addresses.toLocaleLowerCase(locale)}
      isMasked={addresses.some((address) => Object.values(address).includes(maskText))}
    />
  )
  return (
    <Section id="addresses" title={t.record.addresses} layout={layout} note={addresses.length}>
      {addresses.length === 0 ? (
        <p className="text-text-2">{t.record.noAddresses}</p>
      ) : (
        <ul className={`${styles.addresses} ${layout === 'page' ? styles.three : styles.two}`}>
          {addresses.map((address, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an address has no id of its own
            <AddressBlock key={index} address={address} layout={layout} tool={index === 0 && reveal} />
          ))}
        </ul>
      )}
      <InvalidValues wrong={record?.wrong ?? []} of="addresses" />
    </Section>
  )
}

export function AddressCount({ customer }: { customer: Customer }) {
  const { locale } = useIntl()
  return <SectionCount count={readableAddresses(customer.addresses, locale).length} />
}
