/** What becomes of a referral to victim support. */
export const REFERRALS = {
  agreed: 'They agreed to be referred',
  sent: 'Referred to victim support',
  objects: 'They do not want to be referred',
} as const
