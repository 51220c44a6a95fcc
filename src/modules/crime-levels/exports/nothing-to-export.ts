import { Invalid } from '#platform/errors/errors.ts'

/** There is no month to export anything of. */
export function nothingToExport(): Invalid {
  return new Invalid({ from: 'No month is loaded yet, so there is nothing to download.' })
}
