import type { SourcedRule } from '../../organisation/rules/rule.ts'

const OURS = 'This project'

/** The rules of sharing with partners. */
export const SHARING_RULES = {
  SHR01: {
    title: 'Sharing needs an agreement in force that covers gateway, purpose, data and time',
    authority: 'Information sharing practice under the Data Protection Act',
    mark: 'unverified',
  },
  SHR02: { title: 'A share ends within a year, in an emergency within seven days', authority: OURS, mark: 'default' },
  SHR03: { title: 'Nothing in a compartment or marked above OFFICIAL is shared', authority: OURS, mark: 'default' },
  SHR04: { title: 'Somebody else reviews a share made in an emergency', authority: OURS, mark: 'default' },
  SHR05: { title: 'An agency is asked only about what is shared with it', authority: OURS, mark: 'default' },
  SHR06: {
    title: 'Whom it harms, and the risk to them, are opened one by one, by a gateway that protects a person',
    authority: OURS,
    mark: 'default',
  },
} as const satisfies Record<string, SourcedRule>
