/**
 * The chance of `count` events or more, of a negative binomial count by its mean and size (both above 0; variance =
 * mean + mean² / size), right to the far end.
 */
export function negativeBinomialShareFrom(count: number, mean: number, size: number): number {
  if (count <= 0) return 1
  const share = mean / (size + mean)
  // The chance of nought, then step by step: P(k + 1) = P(k) (size + k) / (k + 1) share.
  let log = size * Math.log1p(-share)
  for (let k = 0; k < count; k++) log += Math.log(((size + k) / (k + 1)) * share)
  let term = Math.exp(log)
  let sum = 0
  for (let k = count; ; k++) {
    sum += term
    const factor = ((size + k) / (k + 1)) * share
    // What is left is below a geometric row once the terms fall.
    if (factor < 1 && term * factor <= sum * 1e-16 * (1 - factor)) return Math.min(1, sum)
    term *= factor
  }
}
