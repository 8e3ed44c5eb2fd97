import { randomUUID } from 'node:crypto'
import { seal, session } from '../sessions'

/**
 * The headers of so many signed-in people. Whoever sends many requests a second has them answered one by one: what the app
 * can do is measured with many people.
 */
export const signedInPeople = (count: number): Promise<{ cookie: string; 'accept-encoding': string }[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const sealed = await seal({ sid: await session({ email: `${randomUUID()}@example.com` }) })
      return { cookie: `desk.session-token=${sealed}`, 'accept-encoding': 'gzip' }
    }),
  )
