import { pick } from '#calculations/random/choices.ts'
import type { Random } from '#calculations/random/random.ts'

/**
 * What people with a given name are called, written by us for the generator alone: the matcher has a table of its own, and
 * this one is not to be taken from it, nor the other way round.
 */
const LISTS = `Abigail: Abbie Gail
Adam: Ad
Aidan: Aid
Alan: Al
Albert: Bert Bertie Al
Alexander: Alex Sandy Xander Alec Al
Alexandra: Alex Sandra Lexi Sasha
Alfie: Alf
Alfred: Alf Fred Alfie
Alison: Ali
Amanda: Mandy
Amelia: Millie Amy
Andrea: Andi
Andrew: Andy Drew
Angela: Angie Ange
Anthony: Tony Ant
Archie: Arch
Arthur: Art Artie
Aleksandra: Ola
Agnieszka: Aga
Małgorzata: Gosia
Katarzyna: Kasia
Krzysztof: Krzysiek Kris
Wojciech: Wojtek
Tomasz: Tomek Tom
Andrzej: Andy Jędrek
Joanna: Asia
Barbara: Babs Barb
Bartosz: Bartek
Barry: Baz
Beatrice: Bea Trixie
Benjamin: Ben Benji Benny
Bernadette: Bernie
Bernard: Bernie
Bethany: Beth
Beverley: Bev
Bradley: Brad
Brenda: Bren
Bridget: Bridie
Cameron: Cam
Caroline: Caz Carrie
Catherine: Cathy Kate Cath Katie
Charles: Charlie Chas Chuck
Charlotte: Lottie Charlie Char
Christine: Chris Chrissie
Christopher: Chris Kit Topher
Clifford: Cliff
Clive: Clivey
Connor: Con
Constance: Connie
Courtney: Court
Cyril: Cy
Daniel: Dan Danny
Danielle: Dani
Darren: Daz Dazza
David: Dave Davey Dai
Deborah: Debbie Debs Deb
Denise: Den
Dennis: Den Denny
Derek: Del Deggsy
Desmond: Des
Dimitar: Mitko
Donald: Don Donny
Dominic: Dom
Dorothy: Dot Dottie Dolly
Douglas: Doug Dougie
Edward: Ed Eddie Ted Teddy Ned
Eileen: Eily
Eleanor: Ellie Nell Nora
Elizabeth: Liz Beth Lizzie Betty Libby Eliza Betsy
Emily: Em Emmy
Emma: Em
Ernest: Ernie
Eugene: Gene
Florence: Flo Florrie Flossie
Frances: Fran Frankie
Francis: Frank Frankie
Frederick: Fred Freddie
Gabriella: Gaby
Gareth: Gaz
Gary: Gaz Gazza
Geoffrey: Geoff
George: Georgie
Georgina: Georgie Gina
Gerald: Gerry Ged
Geraldine: Gerry
Gillian: Gill Jill
Giuseppe: Pino Beppe
Gordon: Gord
Graham: Gray
Gregory: Greg
Grzegorz: Greg Grzesiek
Gwendoline: Gwen
Harold: Harry Hal
Harriet: Hattie Harri
Harry: Haz
Helen: Nell Nellie
Henry: Harry Hal Hank
Hilary: Hils
Imogen: Immy
Irene: Rene
Isabella: Bella Izzy
Isabel: Izzy Bel
Jacob: Jake
Jacqueline: Jackie Jacqui
James: Jim Jimmy Jamie Jem
Jakub: Kuba
Janet: Jan
Jason: Jase
Jennifer: Jenny Jen
Jeremy: Jez Jerry
Jessica: Jess Jessie
Joan: Joanie
Joanne: Jo
John: Jack Johnny Jon
Jonathan: Jon Jonny
Joseph: Joe Joey
Josephine: Jo Josie
Joshua: Josh
José: Pepe Zé
Joyce: Joy
Judith: Judy Jude
Julian: Jules
Julie: Jules
Karen: Kaz
Katherine: Kate Kathy Kat Katie Kath
Kathleen: Kath Kathy Kay
Kenneth: Ken Kenny
Kevin: Kev
Kimberley: Kim
Lauren: Loz
Laura: Lol
Lawrence: Larry Laurie
Leonard: Len Lenny
Leslie: Les
Lesley: Les
Lewis: Lew
Lindsay: Linds
Linda: Lin Lindy
Louise: Lou Lulu
Lucy: Lu Luce
Luis: Lucho
Łukasz: Luke
Madeleine: Maddie
Magdalena: Magda
Malcolm: Mal Malc
Manuel: Manolo
Margaret: Maggie Peggy Meg Madge Marge Rita
Marilyn: Maz
Maria: Mia
Martin: Marty
Mary: Molly Polly May
Matilda: Tilly Mattie
Matthew: Matt Matty
Maureen: Mo
Maurice: Mo
Megan: Meg
Melanie: Mel
Melissa: Mel Missy
Michael: Mike Mick Mickey Mikey
Michał: Michal Mike
Michelle: Shell Chelle
Mildred: Millie
Mohammed: Mo
Muhammad: Mo
Nathaniel: Nat Nate
Nathan: Nate
Natalie: Nat
Natasha: Tash
Neil: Neily
Nicholas: Nick Nicky Nico
Nicola: Nicky Nic
Nigel: Nige
Norman: Norm
Oleksandr: Sasha Sashko
Oliver: Ollie Olly
Olivia: Liv Livvy
Olumide: Olu
Pamela: Pam
Patricia: Pat Trish Tricia Patsy
Patrick: Pat Paddy
Paula: Pauly
Penelope: Penny
Peter: Pete
Philip: Phil Pip
Phyllis: Phyl
Piotr: Peter
Rachel: Rach
Ralph: Ralphie
Raymond: Ray
Rebecca: Becky Bex Becca
Reginald: Reg Reggie
Richard: Rich Dick Rick Ricky Richie
Robert: Bob Bobby Rob Robbie Bert
Roberta: Bobbie
Robin: Rob
Roderick: Rod Roddy
Rodney: Rod
Roger: Rodge
Ronald: Ron Ronnie
Rosemary: Rose Rosie
Rupinder: Rupi
Harpreet: Harps Preet
Jaspreet: Jas
Manpreet: Manny
Gurpreet: Gurps
Russell: Russ
Sally: Sal
Samantha: Sam Sammy
Samuel: Sam Sammy
Sandra: Sandie
Sarah: Sally Sadie
Sebastian: Seb Bas
Sharon: Shaz Shazza
Sheila: Shei
Shirley: Shirl
Sidney: Sid
Simon: Si
Sophie: Soph
Stanley: Stan
Stephanie: Steph Stevie
Stephen: Steve Stevie
Steven: Steve
Stuart: Stu
Susan: Sue Susie Suzy
Suzanne: Sue Suze
Sylvia: Syl
Terence: Terry Tel
Theodore: Theo Ted Teddy
Theresa: Terry Tess Tessa
Thomas: Tom Tommy
Timothy: Tim Timmy
Tracey: Trace
Trevor: Trev
Tyrone: Ty
Valerie: Val
Vanessa: Nessa
Veronica: Ronnie Vee
Victor: Vic
Victoria: Vicky Tori Vic
Vincent: Vince Vinny
Walter: Wally Walt
Wayne: Wayney
Wendy: Wend
Wilfred: Wilf Fred
William: Bill Billy Will Willie
Winifred: Win Winnie Freda
Yvonne: Von
Zachary: Zac
Zbigniew: Zbyszek
Francisco: Paco Chico
Antonio: Toni Tonio
Alessandro: Sandro
Abdirahman: Abdi
Tatenda: Tate
Chukwuemeka: Emeka
Mehmet: Memo
Ibrahim: Ibby
Yusuf: Yus
Zeeshan: Zee
Amandeep: Aman
Sukhwinder: Sukhi
Balwinder: Bal
Parminder: Pam
Jayesh: Jay
Nilesh: Nil
Rajesh: Raj
Rajinder: Raj
Priyanka: Priya
Konstantin: Kostya
Volodymyr: Vova
Dmytro: Dima
Anastasiia: Nastia
Tetiana: Tania
Kateryna: Katia
Natalia: Natasha
Babatunde: Tunde Baba
Temitope: Tope Temi
Oluwaseun: Seun Olu
Olufemi: Femi
Ayodele: Ayo Dele
Adebayo: Bayo Ade
Damilola: Dami Lola
Funmilayo: Funmi
Titilayo: Titi
Ifeoma: Ify
Chinedu: Nedu
Ikechukwu: Ike
Obinna: Obi
Nkechi: Kechi
Tafadzwa: Taffy
Munyaradzi: Munya
Nyasha: Nya
Mariusz: Mario
Sławomir: Sławek
Przemysław: Przemek
Elżbieta: Ela
Zofia: Zosia
Ewelina: Ewa
Stanisław: Staszek
Paweł: Pawełek
Gheorghe: Gigi Ghiță
Constantin: Costel
Alexandru: Alex Sandu
Mihaela: Miha
Georgiana: Gina
Aleksandar: Sasho
Hristo: Itso
Yordan: Dancho
Bohdan: Bodia
Viktoriia: Vika
Svitlana: Svieta
Fernando: Nando
Eduardo: Edu Dudu
Ricardo: Rico
Guilherme: Gui
Conceição: São
Francesco: Ciccio Franco
Salvatore: Totò
Consuelo: Chelo
Guadalupe: Lupe
Mustafa: Musti
Hüseyin: Hüso
Fatma: Fatoş
Reynaldo: Rey
Rosario: Charo
Jatinder: Jat
Kulwinder: Kully
Sukhdev: Sukhi
Jaswinder: Jassi
Harjinder: Harj
Gurdeep: Gurdy
Hitesh: Hits
Bhavesh: Bhav
Krishna: Kris
Yasmin: Yas
Zainab: Zee
Abdullahi: Abdi
Shabana: Shabs
Nasreen: Naz
Imran: Immy
Waseem: Waz
Sajid: Saj
Kamran: Kami
Rukhsana: Ruks
Delroy: Del
Jermaine: Jay
Shanice: Shan
Marlon: Mars`

export const NICKNAMES: ReadonlyMap<string, readonly string[]> = new Map(
  LISTS.split('\n').map((line) => {
    const [name = '', called = ''] = line.split(': ')
    return [name, called.split(' ')]
  }),
)

/**
 * The beginning of a name as friends say it: `Chuk` of Chukwuemeka, `Kully` of Kulwinder, `Shans` of Shanelle. Null where the
 * name is short enough as it is.
 */
export function cutShort(random: Random, name: string): string | null {
  const beginning = /^[^aeiou]*[aeiou]+[^aeiou]/i.exec(name)?.[0] ?? ''
  if (name.length < 6 || beginning.length < 3) return null
  const last = beginning.slice(-1)
  return beginning + pick(random, ['', '', `${last}y`, `${last}ie`, 's', 'o'])
}
