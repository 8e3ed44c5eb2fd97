import { parseArgs } from 'node:util'
import { upstreamClient } from '../env'
import { type Check, checks, type Verdict } from './conformance-checks'
import { readSample } from './conformance-sample'
import { Upstream, type UpstreamOrder } from './conformance-upstream'

const usage = `usage: npm run conformance -- --base-url https://api.dintero.com/v1 --account T12345678 [--pause 200]
The client comes from the environment: DINTERO_CLIENT_ID and DINTERO_CLIENT_SECRET. Its scope need be no more than read:customers.
`

export type Finding = Pick<Check, 'id' | 'assumed'> & Verdict

/**
 * Checks against any upstream what the contract only assumes: about fifty read calls, one at a time. Gives what was
 * found for each assumption, with nothing of a customer in it. Throws a sentence where the upstream cannot be read.
 */
export async function findDifferences(order: UpstreamOrder): Promise<{ findings: Finding[]; calls: number }> {
  const upstream = new Upstream(order)
  await upstream.signIn()
  const sample = await readSample(upstream)
  const findings: Finding[] = []
  for (const { id, assumed, run } of checks) findings.push({ id, assumed, ...(await run(upstream, sample)) })
  return { findings, calls: upstream.calls }
}

function readFlags(): UpstreamOrder {
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

/** A finding as a line for the terminal. */
function line(finding: Finding): string {
  const how = finding.verdict === 'holds' ? '' : `: ${finding.how}`
  return `${finding.verdict.padEnd(8)}  ${finding.id.padEnd(28)} ${finding.assumed}${how}\n`
}

async function main(): Promise<void> {
  const order = readFlags()
  try {
    const { findings, calls } = await findDifferences(order)
    process.stdout.write(findings.map(line).join(''))
    const count = (verdict: Verdict['verdict']) => findings.filter((finding) => finding.verdict === verdict).length
    process.stdout.write(
      `${count('holds')} hold, ${count('differs')} differ, ${count('not seen')} not seen, ${calls} calls\n`,
    )
    process.exitCode = count('differs') > 0 ? 1 : 0
  } catch (error) {
    process.stderr.write(`conformance: ${error instanceof Error ? error.message : error}\n`)
    process.exitCode = 1
  }
}

if (process.argv[1]?.endsWith('conformance.ts')) void main()
