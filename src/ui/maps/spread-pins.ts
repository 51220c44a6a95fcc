export type PinPlace = { readonly x: number; readonly y: number }

const ROUNDS = 60

/**
 * Moves pins that stand on one another apart until their middles are `gap` pixels away, each as little as may be. A
 * pin that moved is tied to its place by a thin line. Always the same for the same pins.
 */
export function spreadPins(places: readonly PinPlace[], gap: number): PinPlace[] {
  const pins = places.map(({ x, y }) => ({ x, y }))
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false
    pins.forEach((a, i) => {
      pins.slice(i + 1).forEach((b, j) => {
        const distance = Math.hypot(b.x - a.x, b.y - a.y)
        if (distance >= gap) return
        moved = true
        // Pins at one place part in a direction of their own, the golden angle apart.
        const angle = distance > 0.01 ? Math.atan2(b.y - a.y, b.x - a.x) : (i * 7 + j + 1) * 2.399963
        const push = (gap - distance) / 2 + 0.05
        a.x -= Math.cos(angle) * push
        a.y -= Math.sin(angle) * push
        b.x += Math.cos(angle) * push
        b.y += Math.sin(angle) * push
      })
    })
    if (!moved) break
  }
  return pins
}
