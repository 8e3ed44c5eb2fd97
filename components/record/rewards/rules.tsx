'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { PagesEnd } from '@/components/record/facts/pages-end'
import styles from '@/components/record/rewards/rewards.module.css'
import { useIntl } from '@/components/ui/intl'
import { Text } from '@/components/ui/text'
import { rewardQueries } from '@/lib/api/queries/rewards'
import type { Rule } from '@/lib/customers/rewards/rule'
import { ruleWords } from '@/lib/customers/rewards/rule-words'
import { fill } from '@/lib/messages/messages'

function RuleLine({ rule }: { rule: Rule }) {
  const { t, locale, zone, now } = useIntl()
  const { title, sentence, progress } = ruleWords(rule, { t, locale, zone, now })
  const description = rule.description?.trim()
  return (
    <li className={styles.rule}>
      <div className="min-w-0">
        <p className="font-medium">
          <Text>{title}</Text>
        </p>
        {sentence !== title && (
          <p className={styles.quiet}>
            <Text translate="yes">{sentence}</Text>
          </p>
        )}
        {description && description !== title && (
          <p className={styles.quiet}>
            <Text>{description}</Text>
          </p>
        )}
      </div>
      {progress !== undefined && (
        <p className={styles.progress}>
          <Text translate="yes">{progress}</Text>
        </p>
      )}
    </li>
  )
}

/** What a customer can use now, each with its conditions in words and with how much of it is left. */
export function Rules({ accountId, customerId }: { accountId: string; customerId: string }) {
  const { t } = useIntl()
  const query = useInfiniteQuery(rewardQueries.rules(accountId, customerId))
  const { data, error, hasNextPage } = query
  const rules = data?.pages.flatMap((page) => page.rules) ?? []
  if (error?.code === 'upstream_forbidden')
    return <p className="text-text-2">{fill(t.rewards.noScope.rules, { scope: error.scope ?? '' })}</p>
  return (
    <>
      {data && rules.length === 0 && !hasNextPage && <p className="text-text-2">{t.rewards.noRules}</p>}
      {rules.length > 0 && (
        <ul>
          {rules.map((rule) => (
            <RuleLine key={rule.ref_id} rule={rule} />
          ))}
        </ul>
      )}
      <PagesEnd
        query={query}
        what={t.rewards.usable}
        failed={t.record.partFailed.rewards}
        unreadable={t.rewards.rulesUnreadable}
        more={t.record.lookFurther}
      />
    </>
  )
}
