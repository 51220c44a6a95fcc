import type { Random } from '#calculations/random/random.ts'
import { pick } from '#calculations/random/choices.ts'
import { wordsOf } from './by-frequency.ts'

const FIRST =
  wordsOf(`Ack Alder Amber Ash Ather Bark Barn Bed Bir Black Bland Bols Brad Bram Brent Broad Brom Buck Burn Cald
Carl Chad Charl Chel Clay Cliff Col Cop Craw Crom Dal Dar Den Ding Drax Dun East Eden Elder Elm Fal Farn Fen Frod Gar Good Gran
Green Had Hal Ham Hart Hather Hay Hazel Hem High Hol Hor Hough Hux Ing Kel Ken Kil Kirk Lam Lang Led Lin Lock Long Lud Mal Mar
Mel Mid Mor Nor Oak Orm Pad Pem Pick Pres Rad Rams Raw Red Rish Rock Row Rush Sal Sand Sed Shel Ship Sil Skel Stan Stap Stock
Strat Sut Swin Tad Tat Thorn Thur Til Tod Tun Up Wad Wake Wal War Wash Weather Wel West Whit Wick Wil Win Wood Wool Wor Wrag
Yar`)
const LAST =
  wordsOf(`bourne bridge brook burn bury by cliffe combe cott croft dale den field ford gate grave ham hurst land
ley low man mere more ridge royd shaw stead stone thorpe ton wall ward well wick win wood worth`)

/** A rare surname of the kind that comes from a place: there are some thousands. Whether anybody bears it is not known. */
export function placeSurname(random: Random): string {
  return pick(random, FIRST) + pick(random, LAST)
}
