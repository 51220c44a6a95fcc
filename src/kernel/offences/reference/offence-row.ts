export const ENHANCED = true
export const STANDARD = false

/** What is not so for most offences of the list. */
interface More {
  /** Whether there is somebody who was harmed, where it is not as in the rest of the subgroup. */
  readonly victim?: boolean
  /** The first day on which it was an offence: what was done before was none. */
  readonly lawFrom?: string
  /** The first and last day on which crimes were recorded under this class. */
  readonly recordedFrom?: string
  readonly until?: string
  /** The class that took its place. */
  readonly replacedBy?: string
  /** What was not seen in a list of the Home Office, the ONS or the Ministry of Justice. */
  readonly unverified?: readonly ('class' | 'code')[]
  readonly hate?: true
}

/**
 * An offence as it stands in a list: recorded-crime class (two where one code is split by what came of it), Home Office code or
 * null where none was found, title, statute, the least PIP level of who investigates it, and whether its victims count as
 * enhanced from the start. The last two are defaults of ours. Classes were seen in the list of the ONS, codes in that of the
 * Ministry of Justice, but for `unverified`; that a code belongs to its class is from knowledge for 008/31, 008/64, 008/71, 071/17
 * and those that begin with 066 and 068.
 */
export type OffenceRow = readonly [
  classCode: string | readonly [string, string],
  code: string | null,
  title: string,
  statute: string,
  leastPip: 1 | 2 | 3,
  enhanced: boolean,
  more?: More,
]

/** Offences of one subgroup of recorded crime. */
export interface OffenceList {
  readonly group: string
  readonly subgroup: string
  /** Whether there is somebody who was harmed. */
  readonly victim: boolean
  readonly offences: readonly OffenceRow[]
}
