export interface CompartmentPlan {
  readonly name: string
  readonly existenceShows: boolean
  /** Title of the custodian's posting. */
  readonly custodian: string
  /** Titles of members' postings; of several who have it, the first. Days from the as-of date. */
  readonly members: readonly {
    readonly title: string
    readonly reason: string
    readonly starts: number
    readonly ends?: number
  }[]
}

/** Access lists of the demonstration. The protected people are in the first. */
export const COMPARTMENTS: readonly CompartmentPlan[] = [
  {
    name: 'Operation Hawthorn',
    existenceShows: false,
    custodian: 'Head of intelligence',
    members: [
      { title: 'Head of intelligence', reason: 'Custodian', starts: -200 },
      { title: 'Senior analyst', reason: 'Analysis for the operation', starts: -180 },
      { title: 'Intelligence officer', reason: 'Development of intelligence', starts: -200 },
      { title: 'Detective', reason: 'Investigation until charge', starts: -150, ends: -20 },
    ],
  },
  {
    name: 'Professional standards enquiries',
    existenceShows: true,
    custodian: 'Professional standards',
    members: [{ title: 'Professional standards', reason: 'Custodian', starts: -600 }],
  },
]
