/** A point that would like a label, the most wanted first. */
export type LabelWish = { readonly x: number; readonly y: number; readonly words: string }
export type PlacedLabel = LabelWish & { readonly left: number; readonly baseline: number }

type Rect = { left: number; top: number; right: number; bottom: number }

const LETTER = 6.6
const HEIGHT = 14

/**
 * Places labels beside their points: right, left, above or below, wherever they cover no other label and no other
 * labelled point. A label for which there is no room is left out; the table has every name.
 */
export function placeLabels(wishes: readonly LabelWish[], room: Rect): PlacedLabel[] {
  const taken: Rect[] = wishes.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }))
  const placed: PlacedLabel[] = []
  wishes.forEach((wish, own) => {
    const width = wish.words.length * LETTER
    const choices = [
      [wish.x + 8, wish.y - HEIGHT / 2],
      [wish.x - 8 - width, wish.y - HEIGHT / 2],
      [wish.x - width / 2, wish.y - 8 - HEIGHT],
      [wish.x - width / 2, wish.y + 8],
      [wish.x - 6, wish.y - 8 - HEIGHT],
      [wish.x + 6 - width, wish.y - 8 - HEIGHT],
    ] as const
    for (const [left, top] of choices) {
      const box = { left, top, right: left + width, bottom: top + HEIGHT }
      const fits = box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom
      if (!fits || taken.some((other, index) => index !== own && overlap(box, other))) continue
      taken.push(box)
      placed.push({ ...wish, left, baseline: top + 11 })
      return
    }
  })
  return placed
}

function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
