import { answerAuthRequest } from '@/lib/server/auth/answer-auth-request'

/** The routes of next-auth. */
const handler = answerAuthRequest

export { handler as GET, handler as POST }
