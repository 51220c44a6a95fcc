import type { Finding } from './rule.ts'

/** ORG11: somebody with postings that go on does not change agency under them; those are ended first. */
export function sameAgencyAsPostings(before: number, after: number, going: number): Finding | null {
  if (before === after || going === 0) return null
  return {
    rule: 'ORG11',
    message: 'They still have postings in the agency that they belong to now. End those first, then change the agency.',
  }
}
