/** Whether one letter more, fewer or other, or two neighbours the other way round, is all that differs; not when equal. */
export function isOneEdit(left: string, right: string): boolean {
  const difference = left.length - right.length
  if (difference > 1 || difference < -1 || left === right) return false
  const [long, short] = difference < 0 ? [right, left] : [left, right]
  let start = 0
  while (start < short.length && long.charCodeAt(start) === short.charCodeAt(start)) start++
  if (long.length !== short.length) return endsAlike(long, start + 1, short, start)
  if (endsAlike(long, start + 1, short, start + 1)) return true
  return (
    long.charCodeAt(start) === short.charCodeAt(start + 1) &&
    long.charCodeAt(start + 1) === short.charCodeAt(start) &&
    endsAlike(long, start + 2, short, start + 2)
  )
}

function endsAlike(left: string, leftFrom: number, right: string, rightFrom: number): boolean {
  if (left.length - leftFrom !== right.length - rightFrom) return false
  for (let i = leftFrom, j = rightFrom; i < left.length; i++, j++)
    if (left.charCodeAt(i) !== right.charCodeAt(j)) return false
  return true
}
