/** The sign of a bullet as a class ("-", "•", "1", "a"), and what stands after it ('' where the sign is alone). */
export interface Bullet {
  readonly marker: string
  readonly text: string
}

/**
 * INS10 Bullets: a dash, a dot, a star, a number or a letter before the text.
 *
 * "- Do it", "• Do it", "* Do it", "– Do it", "1. Do it", "(a) Do it", "o Do it" and a lone "•" are bullets;
 * "-5 per cent", "2016. The force", "e.g. cases" and "A. Smith" are not.
 */
export function findBullet(text: string): Bullet | undefined {
  const opening = text.slice(0, 12)
  const sign = /^([•*·▪●○◦‣►■□\uF0B7\uF0A7])/.exec(opening)?.[1] ?? /^([-–—])(?: |$|(?=[A-Z]))/.exec(opening)?.[1]
  if (sign !== undefined) return { marker: sign, text: text.slice(1).trimStart() }
  if (/^o [A-Z]/.test(opening)) return { marker: 'o', text: text.slice(2) }
  const counted = /^(?:\((\d{1,2}|[a-z]|[ivx]{2,4})\)|(\d{1,2}|[a-z]|[ivx]{2,4})[.)]) /.exec(opening)
  if (counted === null) return undefined
  const marker = /^\d/.test(counted[1] ?? counted[2] ?? '') ? '1' : 'a'
  return { marker, text: text.slice(counted[0].length).trimStart() }
}
