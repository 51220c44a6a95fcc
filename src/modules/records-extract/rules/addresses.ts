export const EXTRACTS = '/administration/extracts'
export const RECORDS_SYSTEM = '/administration/records-system'

export function extractHref(id: string): string {
  return `${EXTRACTS}/${id}`
}

export function runHref(id: string): string {
  return `${EXTRACTS}/runs/${id}`
}

export function mapHref(extract: string, file: number, kind?: string): string {
  const page = `${EXTRACTS}/${extract}/files/${file}`
  return kind === undefined ? page : `${page}?kind=${kind}`
}

export function rejectedHref(run: string, file: number): string {
  return `${EXTRACTS}/runs/${run}/rejected/${file}`
}

export function mappingHref(name: string): string {
  return `${EXTRACTS}/mappings/${name}`
}
