import type { PageContext } from '#platform/http/routes.ts'

export function administers({ reader }: Pick<PageContext, 'reader'>): boolean {
  return reader.roles.includes('administrator')
}

export function keepsCompartments({ reader }: Pick<PageContext, 'reader'>): boolean {
  return reader.roles.includes('records-custodian')
}

/** The acts that somebody may do, or none. */
export function actionsFor(
  may: boolean,
  ...actions: readonly { readonly text: string; readonly href: string }[]
): { readonly text: string; readonly href: string }[] {
  return may ? [...actions] : []
}
