import 'server-only'
import { hkdfSync } from 'node:crypto'
import { env } from '@/lib/server/env'
import { decryptText, encryptText } from '@/lib/server/jwe'

/** Refresh tokens as the database holds them: encrypted, since each is a way to sign in. */

const key = () => Buffer.from(hkdfSync('sha256', env().sessionSecret, '', 'customer-desk refresh token', 32))

/** Encrypts a refresh token. */
export const sealRefreshToken = (token: string): Promise<string> => encryptText(token, key())

/** Decrypts a refresh token, or returns null for one that another `NEXTAUTH_SECRET` has encrypted. */
export const openRefreshToken = (sealed: string): Promise<string | null> => decryptText(sealed, key())
