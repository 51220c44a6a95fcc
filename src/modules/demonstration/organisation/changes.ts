import type { AccountPlan, PostingPlan } from './account-plan.ts'

/**
 * What happens to careers: the plain plans with earlier postings that ended, moves to come, people who act up in a second
 * posting, leavers, and one who has not begun. By place in the list, so the same for every seed; personas stay as they are.
 */
export function withCareers(plans: readonly AccountPlan[], personas: number): AccountPlan[] {
  const teams = plans.flatMap(({ postings }) => postings.filter(({ unit }) => unit.startsWith('team-')))
  return plans.map((plan, i) => {
    const [posting] = plan.postings
    if (i < personas || posting === undefined || !posting.unit.startsWith('team-')) return plan
    const other = teams[(i * 7) % teams.length] ?? posting
    return changed(plan, posting, other, i)
  })
}

/** Which change befalls the account so far down the list; most have none. */
function changed(plan: AccountPlan, posting: PostingPlan, other: PostingPlan, i: number): AccountPlan {
  const rest = { unit: other.unit, roles: posting.roles, title: titleAt(posting, other) }
  switch (i % 30) {
    case 2:
    case 9:
    case 17:
      // Came from another team.
      return { ...plan, postings: [{ ...rest, starts: posting.starts - 700, ends: posting.starts - 1 }, posting] }
    case 5:
      // Moves to another team soon.
      return {
        ...plan,
        postings: [
          { ...posting, ends: 20 + (i % 7) },
          { ...rest, starts: 21 + (i % 7) },
        ],
      }
    case 12: {
      const left = -12 * (i % 11) - 15
      return { ...plan, left, postings: [{ ...posting, starts: Math.min(posting.starts, left - 200), ends: left }] }
    }
    case 21:
      // Acts up for the policing area, beside their own team.
      return {
        ...plan,
        postings: [
          posting,
          {
            ...posting,
            title: `Acting inspector, with ${posting.title}`,
            roles: ['supervisor'],
            starts: -30,
            ends: 60,
          },
        ],
      }
    case 26:
      // Has an account and has not begun.
      return { ...plan, postings: [{ ...posting, starts: 9 + (i % 5) }] }
    case 29:
      // Is about to leave.
      return { ...plan, left: 33, postings: [{ ...posting, ends: 32 }] }
    default:
      return plan
  }
}

function titleAt(posting: PostingPlan, other: PostingPlan): string {
  const [job = posting.title] = posting.title.split(', ')
  const [, ...place] = other.title.split(', ')
  return [job, ...place].join(', ')
}
