'use client'

import { useState } from 'react'
import type { FilterBarContext } from '@/components/customers/filters/filter-props'
import { problemText } from '@/components/customers/search/problem-text'
import { useIntl } from '@/components/ui/intl'
import { pageFlagValues } from '@/components/ui/page/page-flag'
import type { AttributeSetting } from '@/lib/customers/model/customer'
import { phoneCountriesFlag } from '@/lib/customers/search-text/clean/phone-countries'
import { createVocabulary } from '@/lib/customers/search-text/create-vocabulary'
import { parseSearchText } from '@/lib/customers/search-text/parse'
import type { Problem } from '@/lib/customers/search-text/problem'

export type FilterFormProps = Pick<FilterBarContext, 'accountId' | 'filters' | 'setFilters'> & {
  label: string
  onClose: () => void
}

/** Applies what a form holds as the search box would parse it, so that both report the same problems. */
export function useParsedText({ setFilters, onClose }: FilterFormProps) {
  const { t, locale, zone } = useIntl()
  const [problems, setProblems] = useState<Problem[]>([])
  const toVocabulary = (attributes: AttributeSetting[] | null) =>
    createVocabulary({
      tags: null,
      attributes,
      phoneCountries: pageFlagValues(phoneCountriesFlag),
      zone,
      locale,
      now: new Date(),
    })
  return {
    errors: problems.map((problem) => problemText(problem, t, locale)),
    reportProblem: (problem: Problem) => setProblems([problem]),
    toVocabulary,
    apply: (text: string, attributes: AttributeSetting[] | null = null) => {
      const { parsed, problems } = parseSearchText(text, toVocabulary(attributes))
      setProblems(problems)
      if (problems.length > 0) return
      setFilters(parsed.filters)
      onClose()
    },
  }
}
