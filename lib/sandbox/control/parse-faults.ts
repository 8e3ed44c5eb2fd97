import { validateHeaderName, validateHeaderValue } from 'node:http'
import { badParameter } from '../http/api-error'
import { isObject, parseJson } from '../http/json-body'
import { type Fault, faultKinds } from './fault'

const maxFaults = 100
const names = new Set(['match', 'kind', 'times', 'rate', 'status', 'headers', 'ms', 'value', 'patch'])
// The server sets the headers that frame a body itself.
const framing = new Set(['content-length', 'transfer-encoding', 'trailer'])
const hourMs = 3_600_000
const yearMs = 365 * 24 * hourMs

/** Parses the faults of a request body. Throws a 400 that names the wrong field. */
export function parseFaults(body: string): Fault[] {
  const given = parseJson(body)
  if (!Array.isArray(given) || given.length > maxFaults)
    throw badParameter('body', `must be an array of at most ${maxFaults} faults`)
  return given.map(parseFault)
}

function parseFault(given: unknown): Fault {
  if (!isObject(given)) throw badParameter('body', 'must be an array of objects')
  for (const name of Object.keys(given))
    if (!names.has(name)) throw badParameter(name.slice(0, 100), 'is no field of a fault')
  const kind = faultKinds.find((known) => known === given.kind)
  if (!kind) throw badParameter('kind', `must be one of ${faultKinds.join(', ')}`)
  const { match = '', rate, value, headers = {}, patch } = given
  if (typeof match !== 'string') throw badParameter('match', 'must be text')
  if (rate !== undefined && !(typeof rate === 'number' && rate >= 0 && rate <= 1))
    throw badParameter('rate', 'must be from 0 to 1')
  if (value !== undefined && !isHeader('x-value', value)) throw badParameter('value', 'must be text for a header')
  if (!isHeaders(headers))
    throw badParameter('headers', 'must be an object of legal names and values, without those that frame a body')
  if (patch !== undefined && !isObject(patch)) throw badParameter('patch', 'must be an object')
  const parseInteger = (name: 'times' | 'status' | 'ms', from: number, to: number): number | undefined => {
    const number = given[name]
    if (number === undefined || (Number.isInteger(number) && Number(number) >= from && Number(number) <= to))
      return number === undefined ? undefined : Number(number)
    throw badParameter(name, `must be a whole number from ${from} to ${to}`)
  }
  return {
    match,
    kind,
    rate,
    value,
    headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, String(text)])),
    times: parseInteger('times', 1, 1_000_000),
    status: parseInteger('status', 200, 599),
    ms: kind === 'clock' ? parseInteger('ms', -yearMs, yearMs) : parseInteger('ms', 0, hourMs),
    patch,
  }
}

function isHeaders(value: unknown): value is { [name: string]: string | number } {
  if (!isObject(value)) return false
  return Object.entries(value).every(
    ([name, text]) =>
      !framing.has(name.toLowerCase()) && isHeader(name, typeof text === 'number' ? String(text) : text),
  )
}

function isHeader(name: string, value: unknown): value is string {
  if (typeof value !== 'string') return false
  try {
    validateHeaderName(name)
    validateHeaderValue(name, value)
    return true
  } catch {
    return false
  }
}
