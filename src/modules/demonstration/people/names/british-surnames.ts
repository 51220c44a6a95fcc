import type { Random } from '#calculations/random/random.ts'
import { weightedChoice } from '#calculations/random/choices.ts'
import { byFrequency } from './by-frequency.ts'
import { ENGLISH_COMMON, ENGLISH_FURTHER, ENGLISH_RARER } from './english-surnames.ts'
import { placeSurname } from './place-surnames.ts'

const common = byFrequency(ENGLISH_COMMON, 14)
const further = byFrequency(ENGLISH_FURTHER, 120)
const rarer = byFrequency(ENGLISH_RARER, 400)

export const WELSH_SURNAMES = byFrequency(
  `Jones Davies Williams Evans Thomas Roberts Lewis Hughes Morgan Griffiths Edwards Owen James Rees Price Morris Lloyd
Phillips Richards Jenkins Parry Powell Davis Pritchard Harris Ellis Bowen Howells Thomas Llewellyn Hopkins Humphreys Bevan Pugh
Vaughan Prosser Probert Gwynne Meredith Beynon Breeze Bebb Cadwallader Gittins Tudor Protheroe Yorath Penry Mostyn Nevett`,
  4,
)
export const SCOTTISH_SURNAMES = byFrequency(
  `Smith Brown Wilson Robertson Campbell Stewart Thomson Anderson Scott MacDonald Reid Murray Clark Taylor Ross Watson
Morrison Paterson Young Mitchell Fraser Walker McDonald Graham Miller Henderson Johnston Hamilton Gray Ferguson Kerr Davidson
Bell Duncan Hunter Simpson Martin Grant Mackenzie Cameron McLean Macleod Gibson Black Wallace Kelly Marshall Sutherland Munro
Sinclair Wood Gordon Kennedy Craig McKay Muir Russell Cunningham Christie Millar Docherty McIntosh Allan McGregor Bruce Boyd
Crawford Lindsay Ritchie Currie McIntyre Hay Forbes McMillan Drummond Farquhar Colquhoun Menzies Dalgleish Urquhart Geddes
Buchanan Dunbar Innes Lockhart MacKinnon McAllister McDougall McFarlane McNeil McPherson McRae Rennie Strachan Tennant`,
  10,
)
export const IRISH_SURNAMES = byFrequency(
  `Murphy Kelly O'Brien Walsh Ryan O'Connor O'Neill Byrne O'Sullivan McCarthy Doyle Gallagher Doherty Kennedy Lynch
Murray Quinn Moore McLaughlin Daly Carroll Connolly Wilson Dunne Brennan Burke Collins Clarke Johnston Hughes O'Reilly Farrell
Fitzgerald Brown Martin Maguire Nolan Flynn O'Connell Duffy O'Donnell Callaghan Kavanagh Donnelly Sheehan Casey Power Healy
Foley Keane Hogan Griffin Whelan Moran Regan Cullen Higgins Barry McMahon Fitzpatrick Bryne Delaney Keogh Lyons Mulligan Nugent
O'Dwyer O'Grady O'Hara O'Keeffe O'Leary O'Mahony O'Malley O'Rourke O'Shea O'Toole Rafferty Reilly Roche Rooney Shanahan Tierney
Tobin Twomey Costello Devlin Egan Fallon Geraghty Hanlon Hennessy Kinsella Looney Madden McGrath McGuinness McHugh McNamara
Mooney Mullen Redmond`,
  10,
)

const SOURCES = weightedChoice<(random: Random) => string>([
  [common, 40],
  [further, 22],
  [rarer, 14],
  [placeSurname, 8],
  [WELSH_SURNAMES, 5],
  [SCOTTISH_SURNAMES, 6],
  [IRISH_SURNAMES, 5],
])

/** A surname of somebody whose people are of these islands. */
export function britishSurname(random: Random): string {
  return SOURCES(random)(random)
}
