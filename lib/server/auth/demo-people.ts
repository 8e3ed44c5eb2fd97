import 'server-only'
import type { Role } from '@/lib/access'

/** The people who can sign in where the upstream is the sandbox, and only there. */
export const demoPassword = 'demo'

export const demoPeople = [
  { email: 'agent@example.com', name: 'Ingrid Solberg', role: 'agent' },
  { email: 'viewer@example.com', name: 'Øystein Dahl', role: 'viewer' },
  { email: 'auditor@example.com', name: 'Solveig Åsen', role: 'auditor' },
  { email: 'admin@example.com', name: 'Marte Lund', role: 'admin' },
] as const satisfies readonly { email: string; name: string; role: Role }[]
