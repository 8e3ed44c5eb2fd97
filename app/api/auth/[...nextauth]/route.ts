import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/server/auth/session'
import { limitedSignIn } from '@/lib/server/auth/sign-in-limits'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = async (request: NextRequest, context: Context): Promise<Response> => {
  const answer = () => NextAuth(request, context, authOptions()) as Promise<Response>
  const [action] = (await context.params).nextauth
  return action === 'callback' ? limitedSignIn(request, answer) : answer()
}

export { handler as GET, handler as POST }
