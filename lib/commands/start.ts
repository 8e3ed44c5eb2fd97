import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { childEnvironment, loadEnvFiles } from './env'
import { endChild, exitCode, onStop, stopWith } from './run'

/** `npm start`: the production server with the configuration of the environment, `.env.local` and `.env`. */

/** Answers under way may end. */
const graceMs = 10_000

const server = '.next/standalone/server.js'
if (!existsSync(server)) stopWith('There is no build yet: run npm run build first.')
loadEnvFiles()

// Containers set HOSTNAME to their own name, and the server would listen on that alone.
const env = childEnvironment({ NODE_ENV: 'production', HOSTNAME: '0.0.0.0' })
const child = spawn(process.execPath, [server], { env, stdio: 'inherit' })
onStop(() => endChild(child, graceMs))
process.exitCode = await exitCode(child)
