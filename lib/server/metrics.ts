import 'server-only'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { processSingleton } from '@/lib/server/process-singleton'

/**
 * The metrics for Prometheus. Every label has few values: accounts are those of the configuration, endpoints and outcomes
 * are closed sets. The README lists which of them need an alert.
 */
function createMetrics() {
  const register = new Registry()
  const registers = [register]
  // Two of prom-client's default metrics. The complete set observes every garbage collection, which costs time.
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory of this process.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time of this process.',
    registers,
    collect() {
      const { user, system } = process.cpuUsage()
      this.reset()
      this.inc((user + system) / 1_000_000)
    },
  })
  const ofAccount = { labelNames: ['account'] as const, registers }
  return {
    register,
    calls: new Counter({
      name: 'desk_upstream_calls_total',
      help: 'Calls to Dintero over the wire, each try for itself.',
      labelNames: ['account', 'endpoint', 'outcome'] as const,
      registers,
    }),
    seconds: new Histogram({
      name: 'desk_upstream_seconds',
      help: 'How long a call to Dintero took over the wire.',
      labelNames: ['endpoint'] as const,
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    retries: new Counter({ name: 'desk_upstream_retries_total', help: 'Calls that were sent again.', ...ofAccount }),
    notSent: new Counter({
      name: 'desk_upstream_held_back_total',
      help: 'Calls that were not sent: the breaker was open, or the queue full.',
      ...ofAccount,
    }),
    breakerOpen: new Gauge({
      name: 'desk_upstream_breaker_open',
      help: '1 while calls are held back until one went well.',
      ...ofAccount,
    }),
    waiting: new Gauge({ name: 'desk_upstream_waiting', help: 'Calls that wait for their turn.', ...ofAccount }),
    auditSeconds: new Histogram({
      name: 'desk_audit_seconds',
      help: 'How long an answer waited for its record to be committed.',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5],
      registers,
    }),
    webhooks: new Counter({
      name: 'desk_webhooks_total',
      help: 'Deliveries of webhooks, by what became of them.',
      labelNames: ['account', 'outcome'] as const,
      registers,
    }),
    unusual: new Counter({
      name: 'desk_unusual_total',
      help: 'What people did more often within an hour than the bound of its measure.',
      labelNames: ['account', 'measure'] as const,
      registers,
    }),
    checkpoints: new Counter({
      name: 'desk_audit_checkpoints_total',
      help: 'Checkpoints of the audit log by outcome; contradicted: the chain does not hold what was signed.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    tokenAge: new Gauge({
      name: 'desk_upstream_token_age_seconds',
      help: 'Seconds since the cached token was requested; -1 without one.',
      ...ofAccount,
    }),
  }
}

export const metrics = () => processSingleton('metrics', createMetrics)
