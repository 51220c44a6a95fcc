import { betaQuantile } from './beta.ts'

/**
 * How many standard errors either side hold the share `confidence` where the error itself was estimated from data
 * with so many degrees of freedom left (Student's t): 0.95 and 10 give 2.228. By the beta distribution of t².
 */
export function twoSidedT(confidence: number, degrees: number): number {
  if (!(degrees >= 1)) throw new RangeError(`Degrees of freedom are from 1, not ${degrees}`)
  const share = betaQuantile(degrees / 2, 0.5, 1 - confidence)
  return Math.sqrt((degrees * (1 - share)) / share)
}
