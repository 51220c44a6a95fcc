import type { RecordKind } from '../record.ts'

interface Named {
  readonly kind: RecordKind
  readonly id: string
}

const of = ({ kind, id }: Named): string => `/records/${kind}/${id}`

/** Where every kind of record is worked on, besides its own page: the module `records` has these. */
export const recordPaths = {
  note: (record: Named) => `${of(record)}/note`,
  decision: (record: Named) => `${of(record)}/decision`,
  action: (record: Named) => `${of(record)}/action`,
  evidence: (record: Named) => `${of(record)}/evidence`,
  handOn: (record: Named) => `${of(record)}/hand-on`,
  history: (record: Named) => `${of(record)}/history`,
  /** The module `sharing` has this. */
  sharing: ({ kind, id }: Named) => `/prevent/sharing/records/${kind}/${id}`,
  changeAction: (id: string) => `/actions/${id}/change`,
  completeAction: (id: string) => `/actions/${id}/complete`,
  dropAction: (id: string) => `/actions/${id}/drop`,
  withdrawEvidence: (id: string) => `/evidence/${id}/withdraw`,
} as const
