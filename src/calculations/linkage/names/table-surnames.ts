/** Family names of Britain and Ireland in the spellings that stand for one name, or that clerks take one for another. */
export const SURNAMES = `
adams adam addams adamson
allen allan alan alen allon alleyn
anderson andersen andersson andrewson
andrews andrew andrewes
ashton aston
atkins atkin atkinson adkins etkin
atkinson adkinson atkins
austin austen
bailey bailley baily bayley baillie bayly baylis
baker becker
barker barkar
barnes barns
barrett barratt barret
bartlett bartlet
bell bel bellamy
bennett bennet benet
berry bury
blake black
booth boothe
bradley bradly
bray brae
brennan brannan
brooks brookes brook brooke
brown browne braun broun
bruce brus
bryan brian brien
burke bourke burk
burns byrne burnes byrnes
butler buttler
callaghan ocallaghan callahan
campbell cambell campbel
carr kerr car
carter cartar
charlton carlton
clark clarke clerk
coleman colman
collins collin colins
connell oconnell
connolly connelly conolly conneely
connor oconnor connors conner
cook cooke
cooper couper cowper
cox cocks coxe
crawford crauford
daly daley
davidson davison
davies davis davys davey davids
dawson dawsen
dempsey dempsy
dennis denis
dixon dickson dickinson dicksen
docherty doherty dougherty odoherty dockerty
donnell odonnell
donovan odonovan
douglas douglass
doyle doile
duffy duffie
edwards edward edwardes
elliott elliot eliot eliott
ellis elis
evans evan evens
farrell ofarrell ferrell farrel
ferguson fergusson fergerson
fisher fischer
fitzgerald fitzgerrald
flynn flinn oflynn
foster forster
fox foxe
francis frances
fraser frazer frazier
gallagher gallacher galagher
gardner gardiner gardener
gibbons gibbon gibbs
gibson gibsen
gill gil
gilmore gilmour
goddard godard
gordon gorden
graham grahame graeme
gray grey
green greene
griffin griffen
griffiths griffith gryffydd
hall hal haul
hanson hansen hansson
harding hardinge
hargreaves hargraves hargrave
harris harries harrys
harrison harrisson
hart harte
harvey hervey
hawkins hawkin
hayes hays heyes hay
henderson hendersen
henry henrey
hicks hickes
higgins higgin ohiggins
hill hills hil
hodgson hodson hodgkinson
holmes homes holms
howells howell hywel
hudson hutson hodson
hughes hughs hewes hews
humphries humphreys humphrey humphrys
hutchinson hutchison hutcheson
jackson jacksen
james jaymes
jeffries jeffreys jefferies jeffrey jefferis
jenkins jenkin jenkyns
jennings jenings
johnson johnston johnstone jonson johnsen johnsson
johnston johnstone
jones jone johns
jordan jorden
kavanagh cavanagh kavanaugh cavanaugh
kay kaye
keane kean kane keen
kearney carney kearny
kelly kelley okelly kellie
kennedy kenedy
kerr carr ker
king kyng
knight night
lamb lambe
law lawe
lawrence laurence lawrance
lee leigh lea ley
lewis louis lewes lewys
lloyd loyd floyd
long lang
lynch linch
macdonald mcdonald macdonell mcdonnell
macintyre mcintyre mcentire
mackay mckay mackey mckee mackie
mackenzie mckenzie mckensie
macleod mcleod mccloud
macmillan mcmillan
macpherson mcpherson
marsh marshe
marshall marshal
martin martyn martins marten
matthews mathews matthew mathew
may maye
mccarthy mcarthy maccarthy mccarty
mccann macann
mcdermott macdermott mcdermot
mcgrath magrath mcgraw
mcguire maguire macguire
mckenna mackenna
mclaughlin mcloughlin maclachlan mclachlan
mclean maclean mcclean mclain
mcmahon macmahon
mcneill mcneil macneil macneill
mcqueen macqueen
mcpherson mcphearson
meyer mayer myer meier
millar miller mills
mitchell mitchel michell
monaghan monahan
moore more moor
morgan morgen
morris maurice morriss
morrison morison
mullen mullan mullin mullins
murphy murphey
murray murrey
neal neale neil neill niel oneill oneil oneal
neill oneill oneil
newman newmann
nicholls nichols nicholl nicol nicoll
nicholson nicolson nickolson
nolan nolen
noble nobel
norris noris
obrien brien obrian obryan bryan
oconnor connor
odonnell donnell mcdonnell
ohara hara
okeefe keefe keeffe okeeffe
oleary leary
omalley malley
oreilly reilly riley
osborne osborn osbourne osbourn
oshea shea
osullivan sullivan
owens owen owins
page paige
parker parkar
parry perry
parsons parson
patterson paterson pattison pattinson
payne paine pain
pearce pierce peirce pearse
pearson peirson pierson pearsen
perkins parkins
peters peter
peterson petersen pettersson
phillips philips phillip philipps philip
piper pyper
powell powel powles
price pryce
prichard pritchard
quinn quin oquinn
read reed reid reade
rees reece rhys reese
regan reagan oregan
reilly riley reily oreilly rielly
reynolds reynold
richards richard
richardson richardsen
roberts robert
robertson robertsen
robinson robison robson
rodgers rogers roger
rose rowse
rowe roe row
russell russel
ryan rian oryan
salmon salmond
sanders saunders sander
saunders sanders
schmidt schmitt smith
scott scot
sharp sharpe
shaw shore
shepherd sheppard shepard shephard sheperd
simpson simson simons
simmons simmonds simons symonds simonds symons
sinclair stclair
slater slatter
smith smyth smythe smithe smithson
spence spense
spencer spenser
stephens stevens stephen steven
stephenson stevenson stephensen
stewart stuart steward
stokes stoakes
summers somers sommers
sutherland southerland
sweeney sweeny macsweeney
taylor tayler tailor taylour
thompson thomson tomson thomsen tompson
thomas tomas
thorne thorn
todd tod
tomlinson thomlinson
townsend townshend
tracey tracy
turner turnor
tyler tiler
vaughan vaughn
walker walkar
wallace wallis wallas
walsh welsh welch walshe
walter walters
ward warde
warren waren
waters watters
watkins watkin
watson wattson
watts watt
weaver wever
webb web
wells welles
wheeler wheler
white whyte wite
whittaker whitaker
wilcox willcox wilcocks
wilkes wilks
wilkins wilkin
wilkinson wilkenson
williams william willams
williamson wiliamson
willis wills
wilson willson wilsen
wood woods woode
woodward woodard
wright right wrighte
wyatt wiatt
yates yeats
young younge yong
`
