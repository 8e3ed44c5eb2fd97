import 'server-only'

/** Secrets and keys of tests alone. */
export const envSecret = 'q7fJw2Zk0pX4nB9sL1vT6yR3mC8dH5gA'
export const auditSecret = 'Xb3kV9sQ1nD7yT5mW2cJ8fZ6hR4gL0pA'
const checkpointKey =
  '[{"kty":"OKP","crv":"Ed25519","x":"EKX6M2fpQtLz0ljlvuqZUlgkqOFpTC5khLCetNmAlBY","d":"sfN5yHkYGdvbLxfxJCqHwiBQUO9rVhr462jbxADbHDA"}]'

export const realAccount = { id: 'P12345678', name: 'Nordlys', client_id: 'client', client_secret: 'secret' }

/** A whole environment of an installation on Dintero itself. */
export const realEnv = {
  DINTERO_URL: 'https://api.dintero.com/v1/',
  DINTERO_ACCOUNTS: JSON.stringify([realAccount]),
  NEXTAUTH_URL: 'https://desk.example.com',
  NEXTAUTH_SECRET: envSecret,
  DATABASE_URL: 'postgres://desk@127.0.0.1/desk',
  AUDIT_KEYS: JSON.stringify([{ id: '2026', secret: auditSecret }]),
  AUDIT_CHECKPOINT_KEYS: checkpointKey,
  EXPORT_KEY: 'hT5kP1zQ8wX3vB6nM9rL2sD7fG4jC0aE',
  OIDC_ISSUER: 'https://login.example.com/',
  OIDC_CLIENT_ID: 'desk',
  OIDC_CLIENT_SECRET: 's',
  OIDC_ROLES: '{"support":"agent"}',
  OIDC_ACCOUNTS: '{"*":["P12345678"]}',
}
