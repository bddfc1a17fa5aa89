const DATE =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i

/**
 * A date of a file as ISO 8601 in UTC with milliseconds, or empty where it is none that exists. Takes `2024-05-01`,
 * `20240501T093000Z` and everything between; a time without a zone is taken for UTC, so that a file reads the same
 * everywhere.
 */
export function isoDate(text: string): string {
  const found = DATE.exec(text.trim())
  if (!found) return ''
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = found
  const date = `${year}-${month}-${day}`
  const milliseconds = `${fraction}000`.slice(0, 3)
  const time = Date.parse(`${date}T${hour}:${minute}:${second}.${milliseconds}Z`)
  // Date.parse lets 31 February pass as 2 March.
  if (Number.isNaN(time) || new Date(Date.parse(`${date}T00:00:00Z`)).toISOString().slice(0, 10) !== date)
    return ''
  return new Date(time - offsetOf(zone)).toISOString()
}

/** Milliseconds a zone (`Z`, `+09:00`, `-0500`, `+09`) is ahead of UTC. */
function offsetOf(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000
}
