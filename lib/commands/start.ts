import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { childEnvironment, loadEnvFiles, readStartSettings } from './env'
import { freePort } from './ports'
import { endChild, endsWithParent, exitCode, onStop, stopWith } from './run'

/** `npm start`: runs the production server with the settings of the environment, `.env.local` and `.env`. */

/** The time in which responses in progress can finish. */
const graceMs = 10_000

const server = '.next/standalone/server.js'
if (!existsSync(server)) stopWith('There is no build yet: run npm run build first.')
loadEnvFiles()

const parsed = readStartSettings()
if ('problem' in parsed) stopWith(parsed.problem)
const { host } = parsed.settings
const port = await freePort(parsed.settings.port, host)
if (port === null)
  stopWith(`Port ${parsed.settings.port} of ${host} is taken or closed to you. Set PORT to a free port.`)

const env = childEnvironment({ NODE_ENV: 'production', HOSTNAME: host, PORT: String(port) })
const child = spawn(process.execPath, [...endsWithParent, server], { env, stdio: 'inherit' })
onStop(() => endChild(child, graceMs))
process.exit(await exitCode(child))
