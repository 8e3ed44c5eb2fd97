import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/server/auth/session'
import { limitSignIn } from '@/lib/server/auth/sign-in-limits'

type Context = { params: Promise<{ nextauth: string[] }> }

const handler = async (request: NextRequest, context: Context): Promise<Response> => {
  const signIn = () => NextAuth(request, context, authOptions()) as Promise<Response>
  const [action] = (await context.params).nextauth
  return action === 'callback' ? limitSignIn(request, signIn) : signIn()
}

export { handler as GET, handler as POST }
