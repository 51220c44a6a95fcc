import type { Finding } from '../../organisation/rules/rule.ts'

/** SHR03 Nothing in a compartment is shared, nor anything that is marked higher than partners are cleared for. */
export function maybeShared(record: { readonly marking: string; readonly compartment: number | null }): Finding | null {
  if (record.compartment !== null)
    return { rule: 'SHR03', message: 'This is in a closed compartment: it is not shared from here.' }
  if (record.marking !== 'OFFICIAL')
    return { rule: 'SHR03', message: `This is marked ${record.marking}: it is not shared from here.` }
  return null
}
