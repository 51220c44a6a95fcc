/** Women's names in English use: spellings of one name; after the semicolon, what people of that name are called. K to Z. */
export const ENGLISH_WOMEN_K_TO_Z = `
karen karin karyn caren carin karren; kaz kazza
katrina catrina; kat trina
kayleigh kayley kaylee keighley caleigh kaleigh kayla kyah; kay
kelly kelley kellie keli; kel
kerry kerri kerrie ceri; kez
kimberley kimberly kimberlee kymberley; kim kimmy
kirsten kirstin kirstine kersten; kirsty kirsti
kirsty kirstie kirsti kersty; kirst
laetitia letitia lettice leticia; letty tish lettie titia
laura lora lauren laurie; laurie lori lorrie lolly
lauren loren laurin; laurie ren
lavinia; vinnie vina
leah lea lia leia lahey leigha
leanne lianne leeanne leann leigh-anne; lee lea anne
leonie leoni; leo
leslie lesley leslee; les
letitia; letty tish lettie
lillian lilian lilyan liliana lilias; lil lily lilly lillie lilli
lily lilly lillie lilley lili
linda lynda linde; lin lindy lyn lynn
lindsay lindsey lyndsey lynsey linsey lyndsay linzi; linds lin
lisa leesa liza elisa
lois loise
lorna; lorn
lorraine loraine lorrain laraine; lori lorrie raine
louisa luisa; lou louie lulu
louise louize; lou lulu louie
lucille lucile; lucy lou
lucinda; lucy cindy cinders lou
lucy lucie luci lucia; lu luce lulu
lydia lidia lyddia; lyddie liddy
lynette lynnette linette; lyn
lynn lynne lyn lin linn; lynda
mabel mable maybelle; may mabs
maddison madison maddyson; maddie maddy
madeleine madeline madelyn madelaine magdalen magdalene magdalena madalyn; maddie maddy mads lena magda mady
maisie maisy maizie; margaret mary
mandy mandie
marcia marsha; marcy
margaret margret margareta margarita marguerite margarete margaretta marjorie margery malgorzata mairead marged marguerita margurita margueritte margerita marguarite; maggie meg megan peggy peg madge marge margie margo margot meggie daisy greta gretchen gretal rita maisie may mag maggy mags mamie meta peggie margy molly moll midge marjory marjorey margorie marj marg maggi reta miriam megs merget
margery marjorie marjory margory margorie marjorey marjori; marge margie margy madge jorie marj marg margaret
maria mariah marija mariya; mary marie mia ria rita mitzi
marian marion marianne marianna mariana maryann maryanne; mary mari ann anne molly
marie maree mari; mary mia
marilyn marylin marilynn merilyn; mary lyn maz
marina; rina
marlene marleen; marly
martha marta marthe; mattie marty matty patty
mary mari mairi mairie maire marie maria miriam moira maura maryam; molly moll mollie polly poll may mae minnie mamie mimi marie maria mitzi moira maisie maidie mitzy marietta mariette maureen marilyn
matilda mathilda mathilde; tilly tillie matty mattie tilda maud maude patty til mat
maud maude matilda; maudie
maureen maurene maurine; mo maura reenie moreen
maude mathilda; maud maudie
maxine; max maxie
may mae mai; maisie
megan meghan meagan meaghan; meg meggie megs
melanie mellanie melony; mel mels lanie
melinda; mel mindy linda lindy
melissa mellissa; mel lissa missy lisa millie
mercedes; mercy sadie
meredith merideth; merry
mia maya mya
michelle michele micheline mechelle; shelly shelley mich chelle shell mickey micki
mildred; millie milly
millicent milicent; millie milly mill
mina; minnie
miranda; mandy randy mira
miriam mariam maryam miriem; mimi mim mirry
moira moyra
molly mollie molley; moll mary
monica monika monique; mon moni nic
morgan morgana
muriel meriel; mu
myra mira
myrtle; myrt
nadine; nadia
nancy nance nancie; nan ann anne agnes
naomi noemi; nay
natalie nathalie natalia nataly natalya; nat nattie tally talia natasha tasha nats
natasha natascha natacha; tasha tash nat sasha tashie
nellie nelly; nell helen ellen
nicola nichola nikola nicolla; nic nicky nikki nicki nickie nik nico
nicole nichole nicolle; nic nicky nikki cole nicki
nigella; nige
nina; nena
noreen norene; nora
nora norah; nonie
norma; norm
octavia; tavy tavia
olive olivia ollive; liv ollie livvy olly liva livia nollie
olivia alivia; liv livvy livia ollie olive libby via
pamela pamella pamala; pam pammie pammy
patience; pat patty
patricia patrica; pat patsy patty pattie tricia trish trisha paddy trixie tish
paula pauline paulina; polly paulie
pauline paulene; paula polly
pearl pearle; pearlie
penelope; penny pen nell poppy
petra; pet
petronella; nell petra
petula; pet
philippa phillipa philipa phillippa; pip pippa phil pippy
philomena; phil mena
phoebe pheobe phebe; pheebs fee
phyllis phillis; phyl phil
polly pollie; mary
poppy poppie
priscilla; cilla pris prissy scilla
prudence; prue pru prudie
rachel rachael racheal raquel rachelle rahel; rach rae ray shelly rachy
rebecca rebekah rebeka rebbecca rebecka; becky becca beck becki bec bex beckie reba
regina; gina reggie queenie ina
renee renae rene
rhiannon rhianon; rhi rhian
rita reeta; margaret
roberta; bobbie robbie bobby berta robin
robyn robin; rob
rosalie; rose rosie
rosalind rosalyn roslyn rosaline rosalin rosalynde roseline rosalinda rosslyn; ros roz rose rosie linda
rosamund rosamond; ros rose roz
rose rosa róża rosina; rosie rosy rosetta rosita rosabel roseline rosanna roseanna rosehannah rosamund rosamond rosalind rosalie rosemary rosalinda
rosemary rosemarie; rose rosie ro romy mary marie
rowena; ro
roxanne roxane roxanna; roxy
ruby rubie
ruth; ruthie
sabrina; brina
sadie; sally sarah
sally sallie sali; sal sarah
samantha; sam sammy sammi
sandra; sandy sandie sandi alexandra
sara sarah zara sarra sera; sally sadie sal sary sass
savannah savanna; sav
scarlett scarlet scarlette; scar
selina celina selena
shannon shanon; shan
sharon sharron sharyn; shaz shazza shari
sheila shiela sheelagh sheilah shelagh
shirley shirly; shirl
sian shan
sienna siena
simone simona
sonia sonya sonja
sophia sofia zofia sofija sophie; sophie sofie soph
sophie sofie sophy; soph sophia
stacey stacy stacie staci; stace
stella estelle estella; essie
stephanie stefanie stephany steffanie stephania; steph stevie steff steffi stef stephie
susan susanna suzanne susannah suzanna susanne suzan suzannah susana suzana; sue susie suzie suzy susy sukey sukie suze zanna susey susette suzette
sybil sibyl cybil; syb
sylvia silvia sylvie; syl sylvie
tabitha; tabby
tamara tamar; tammy tam tara
tamsin tamzin tamsyn thomasina; tam tammy
tanya tania tonya; tan
teresa theresa therese tereza theressa terese terasa; terry terri tess tessa tracy tracey tessie resa teri treasa tressa
tessa; tess
theodora; dora thea theo
tiffany tiffani; tiff tiffy
tina teena
tracy tracey tracie traci; trace
trudy trudie trudi; gertrude
una oona oonagh
ursula; ursie sula
valerie valery; val valie
vanessa vannessa venessa; ness nessa van nessie
vera veira
veronica veronika; ronnie vera nicky roni ronni
victoria viktoria; vic vicky vicki vikki tori tory vickie toria vikky queenie
viola; vi
violet violette; vi letty
virginia virgina; ginny gina ginnie jinny
vivien vivienne vivian viviane; viv vivi
wendy wendie
wilhelmina willhelmina; mina minnie wilma willa billie helmina mena elma minna
wilma; billie
winifred winefred winnifred; win winnie freda fred winny
yvonne evonne; von vonnie eve
zara zahra
zoe zoey zoë
`
