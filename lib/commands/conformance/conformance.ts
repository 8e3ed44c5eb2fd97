import { parseArgs } from 'node:util'
import { upstreamClient } from '../env'
import { accountChecks } from './account-checks'
import type { Check, Verdict } from './check'
import { companyChecks } from './company-checks'
import { idChecks } from './id-checks'
import { linkedUserChecks } from './linked-user-checks'
import { listChecks } from './list-checks'
import { receiptChecks } from './receipt-checks'
import { rewardChecks } from './reward-checks'
import { fetchSample } from './sample'
import { searchChecks } from './search-checks'
import { Upstream, type UpstreamOptions } from './upstream'

const usage = `usage: npm run conformance -- --base-url https://api.dintero.com/v1 --account T12345678 [--pause 200]
The client comes from the environment: DINTERO_CLIENT_ID and DINTERO_CLIENT_SECRET. It needs the scope read:customers. What other scopes are for is not seen without them.
`

export type Finding = Pick<Check, 'id' | 'assumed'> & Verdict

/**
 * Checks the assumptions of the contract against any upstream, with about a hundred read requests, one at a time. Returns a
 * finding for each assumption, without any data of customers. Throws an error with a readable message when the upstream
 * cannot be read.
 */
export async function checkConformance(options: UpstreamOptions): Promise<{ findings: Finding[]; calls: number }> {
  const upstream = new Upstream(options)
  await upstream.signIn()
  const sample = await fetchSample(upstream)
  const findings: Finding[] = []
  for (const { id, assumed, run } of [
    ...listChecks,
    ...linkedUserChecks,
    ...idChecks,
    ...searchChecks,
    ...accountChecks,
    ...companyChecks,
    ...receiptChecks,
    ...rewardChecks,
  ])
    findings.push({ id, assumed, ...(await run(upstream, sample)) })
  return { findings, calls: upstream.calls }
}

function readFlags(): UpstreamOptions {
  try {
    const { values } = parseArgs({
      options: {
        'base-url': { type: 'string' },
        account: { type: 'string' },
        pause: { type: 'string', default: '200' },
      },
    })
    const { 'base-url': baseUrl = '', account = '', pause } = values
    if (!/^https?:/.test(URL.canParse(baseUrl) ? new URL(baseUrl).protocol : ''))
      throw new Error('--base-url takes an address')
    if (!/^[PT]\d{8}$/.test(account)) throw new Error('--account takes P or T and eight digits')
    if (!/^\d{1,5}$/.test(pause)) throw new Error('--pause takes milliseconds')
    const client = upstreamClient()
    if (!client) throw new Error('DINTERO_CLIENT_ID and DINTERO_CLIENT_SECRET are not set')
    return { baseUrl, account, client, pauseMs: Number(pause) }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}`)
    process.exit(2)
  }
}

/** Formats a finding as a line for the terminal. */
function formatFinding(finding: Finding): string {
  const how = finding.verdict === 'holds' ? '' : `: ${finding.how}`
  return `${finding.verdict.padEnd(8)}  ${finding.id.padEnd(28)} ${finding.assumed}${how}\n`
}

async function main(): Promise<void> {
  const options = readFlags()
  try {
    const { findings, calls } = await checkConformance(options)
    process.stdout.write(findings.map(formatFinding).join(''))
    const count = (verdict: Verdict['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
    process.stdout.write(
      `${count('holds')} hold, ${count('differs')} differ, ${count('not seen')} not seen, ${calls} calls\n`,
    )
    process.exit(count('differs') > 0 ? 1 : 0)
  } catch (error) {
    process.stderr.write(`conformance: ${error instanceof Error ? error.message : error}\n`)
    process.exit(1)
  }
}

if (process.argv[1]?.endsWith('conformance.ts')) void main()
