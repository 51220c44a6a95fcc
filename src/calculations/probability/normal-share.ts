import { gammaShareAbove } from './gamma.ts'

/** The share of a standard normal distribution above z, right to the far end: 1.96 gives 0.025. */
export function normalShareAbove(z: number): number {
  // The square of z is a chi-square of one degree of freedom: a gamma of shape a half.
  const beyond = gammaShareAbove(0.5, (z * z) / 2) / 2
  return z < 0 ? 1 - beyond : beyond
}
