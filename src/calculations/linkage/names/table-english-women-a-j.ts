/** Women's names in English use: spellings of one name; after the semicolon, what people of that name are called. A to J. */
export const ENGLISH_WOMEN_A_TO_J = `
abigail abigale abbigail abigayle abigael; abby abbie abbey abi gail gayle
ada adah; adie
adelaide; addie addy ada adela heidi
adele adelle adela adell; addie della
adeline adaline adelina; addie aline lina
agatha agathe; aggie
agnes agness agneta agnete; aggie nessie nessa nancy agg annis netta neta inez
aileen eileen eilene ileen aline; eily
alexandra aleksandra alessandra alejandra alexandria alexandrina; alex alexa lexi lexie lexy sandra sandy sasha ali sacha andra allie xandra drina
alexis alexa; lexi lexie alex
alice alyce alise alys allis alyss; ali allie ally alicia elsie alison allison elsa
alicia alisha alysha alesha elisha; ali lisa
alison allison alyson allyson alisoun; ali allie ally alice
amanda amandah; mandy mandi manda mandie
amber ambre
amelia emelia amalia ameliah; amy millie milly mellie mel emily emilia amalie
amy aimee ami amie aimy aimie
anastasia; stacey stacy ana tasia
andrea andria; andie drea andy
angela angelah; angie ange angel angelina angelica
angelina; angie lina angela
anita annita; ani nita
annabel annabelle anabel annabell anabelle annabella; bella belle anna annie bel
anne ann an; annie nan nancy nanny anna annette anita nana annabel
anna ana ania anya; annie anne ann annette anneka hannah
annette anette annett; annie netta ann anne
anthea; thea
antonia; toni tonia tonya
april avril
arabella; bella bel belle ara
audrey audry audrie; audie
augusta; gussie gusta
ava eva; evie
barbara barbra barbera babara; babs barb barbie bab bobbie babbie babette
beatrice beatrix beatriz; bea bee trixie trix tricia betty beattie
belinda; bel bindy linda
bernadette bernadet; bernie detta
bernice berenice; bernie
bertha berta; bertie
bethany bethanie bethanny bethan; beth betty
betty bettie; bet betsy elizabeth
beverley beverly; bev
blanche blanch
brenda; bren
bridget brigid brigit bridgette brigitte bride bridie; biddy bridie bridey breda bridgy delia
bronwen bronwyn; bron
camilla camila; millie milla cam cammy
candice candace; candy candi
carol carole caroll karol; carrie caz caroline carolyn
caroline carolyn carolin carolyne karoline carolina karolina caroliné; carol carole carrie caro lina caz lynn caddie karol carola carlene charlotte
cassandra kassandra; cass cassie sandra sandy
catherine katherine katharine kathryn catharine cathryn catheryn katheryn kathrine katherin catherin kathrin katarina katerina katarzyna katrina catrina catriona katalin ekaterina cathrine cathline caterina kathlyn catarina kathrina cathryne kathryne; kate katie katy cath cathy kath kathy kathie kat kit kitty kay kaye katrina trina kathleen cat casey karen rina caitlin caitlyn katelyn katelin cathie athrine cathlin
cecilia cecelia cecily cicely cecile caecilia; cissy cissie sis celia ceci sissy
celia; cissie cecilia
charlene charleen sharlene; charlie
charlotte charlott sharlotte charlot carlotta charlette; charlie lottie lotty char lotte charley charli carly tottie carla charla sharlene
chelsea chelsie chelsey chelsee
cheryl sheryl cheryll; cher cherie cherry chezza
chloe khloe cloe
christina kristina christena cristina krystyna kristyna cristine kristine krystina krystin krystal; chris tina chrissie chrissy christine kirsty christie ina kirsten kristen kristin kris christa krista
christine kristine christeen; chris chrissie chrissy tina christy christina christie kirsty
clara klara; clare clarrie
clare claire clair klair
clarissa; clara clary rissa
claudia klaudia; claud
clementine clementina; clem clemmie tina
constance; connie con
cordelia; delia cordy
corinne corrine corinna korinne; cory
cynthia; cindy cindi cyn
daisy daisie daisey; margaret
daniella daniela danielle daniele; dani danni danny ella
daphne; daph daff
davina davinia; vina
deborah debra debora; deb debbie debby debs debbi
deirdre; dee
delia; dee
delilah; lila dee
denise denice; den dee denny
diana dianna; di dee
diane dianne dyane; di dee
dinah dina
dolores delores; lola lolly dolly
donna dona
dora; dorrie dolly
doreen dorene; dor reenie
doris dorris; dor dorrie
dorothy dorothea dorotea dorthy dorthie dorothie dorotha; dot dottie dotty dolly dollie doll dora dodie dory dorrie thea dorie doreen doris dorothe dorrit
edith edyth; edie eda edy dita
eileen; eily
elaine elayne elain; lainey laine ellie
eleanor elinor eleanora elenor ellenor eleonora leonora elena alienor eleanore leanora lenore elinore; ellie nell nellie nelly nora ella ellen leonora lenora elle norah elaine elna leora
elisabeth elizabeth elisabet elizabet elspeth elsbeth elzbieta elisabetta isabel elissa eliza lizabeth elizebeth elysabeth; liz lizzie lizzy beth betty bettie betsy bet bess bessie bessy eliza elsie libby libbie lisa liza lisbeth lisbet elsa elise ellie lilibet lillibet buffy babette lillie lily lilly lib tetty elle eilis lissie lizbeth lise lisette bettina bettye bette bett betsey lyssa elisa elize eliz elisha buffie
ella; ellie elle
ellen elen ellyn helen; nell nellie nelly ellie len nel
eloise elouise; ellie
elsie; elsa else
emily emilie emelie emmily emilia emely emmeline; em emmy millie milly emma mille emeline
emma ema; em emmy emmie ems emily emeline emelyn
erica erika ericka; ricky rikki
esme esmee esmae
esther ester hester hesther; essie ettie hetty hettie
ethel ethyl; eth
eugenia eugenie; gene genie
eunice; euny
eva eve ava; evie evy eveline
evelyn eveline evelyne evelina evaline; eve evie evy lyn lynn eva
faith fay faye
felicity felicia; flick fliss flic lissa lissie
fiona ffion fionna; fi fee
florence flora florrie florance florenz; flo flossie florrie floss flora flory
frances francis francesca francisca franciszka fransis; fran frances frannie franny frankie fanny fannie francie cissie francine sissy france frankey
francesca; fran frankie fran chesca cesca franny
freda frieda freida; freddie
frederica; freda freddie ricky
freya freja freyja
gabrielle gabriella gabriela; gabby gabi gaby ella elle gabie
gemma jemma; gem jem
genevieve genevive; gen genny eve viv ginny
georgia; george georgie
georgina georgiana georgianna georgena; george georgie gina georgia gigi ina
geraldine; gerry geri gerrie dina jerry
gertrude; gert gertie trudy trudie truda
gillian jillian gilian; gill jill gilly jilly jil
gladys gladis gwladys; glad
glenda; glen
glenys glenis; glen glenn
gloria; glo
grace; gracie
greta; gretchen margaret
gwendolen gwendoline gwendolyn; gwen gwenda gwennie wendy
hannah hanna hana channah; annie nan anna
harriet harriett harriette henrietta; hattie hatty hetty harry harrie hettie ettie hariet henny
hayley haley hailey haylie hayleigh hailee
hazel hazell
heather hether
heidi heidy
helen helena hellen helene elen elena ellen helaine ellena helaina; nell nellie nelly ellie lena ellen elaine lenny
henrietta; hattie hettie hetty etta ettie henny harriet henri netta
hilary hillary; hil hilly
hilda hylda
holly hollie holley
honor honour honora honoria; nora norah nonie
imogen imogene imojen; immy immie gen
ingrid; inga
irene irena eirene; rene renie reenie renee
isabel isabelle isobel isabella isobelle ysabel ishbel isbel izabela isabell isabela isbell isobell; bel bell belle bella izzy izzie issy tibby ella elizabeth libby ibby sib lisbeth
isla islay
ivy ivie
jacqueline jaqueline jacquelyn jacquline jackalyn jacklyn; jackie jacky jacqui jacquie jac lyn
jade jaid
jane jayne jain jaine; janie janey jenny janet jean jinny jan janice jeanne janine janelle giovanna janette jeanette jannette johanna jonna joanna
janet janette jannet janetta jeanette; jan jenny nettie jane janey jess janice jean jeanne janelle
janice janis jannice; jan
jasmine jasmin yasmin yasmine jazmin jasmyn yasmeen; jas jaz jazz minnie yas
jean jeanne jeane; jeanie jeannie jenny jane janet janice jeanette janine
jeanette jeannette janette jennette; jean jenny nettie jan netta
jemima; jem mima jemmy
jennifer jenifer jeniffer gennifer; jen jenny jenni jenna jennie
jessica jesica jessika; jess jessie jessy
jessie jessy jessey; jess janet
jill gill; jilly
joan joane; joanie joni jo jone
joanna johanna johana joana giovanna johannah; jo joey joan jan hanna annie joanne
joanne joann jo-ann; jo
jocelyn jocelin joscelyn; jos joss
jodie jody jodi
josephine josefina josephina; jo josie josey jozie fifi jojo pheny
joy joye
joyce; joy
judith judyth; jude judy judi judie
julia giulia; jules julie jule
juliana julianna gillian; julie ana
julie juli; jules julia
juliet juliette julietta; jules julie
june; junie
`
