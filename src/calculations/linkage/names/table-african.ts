/** Names of West and East Africa, Turkey, Iran, Afghanistan, the Kurds, Albania and Portugal: spellings; then short forms. */
export const AFRICAN_AND_OTHERS = `
adebayo; bayo ade
adebola; bola ade
adekunle; kunle ade
ademola; demola ade
adewale; wale ade
adeola; ola ade
akinwale; wale akin
akosua akosuah akusua
akua akuah ekua
ama amma
ayodele; ayo dele
ayomide; ayo mide
babatunde; tunde baba
chiamaka; amaka chi
chidi chidiebere; chidi
chinedu; nedu edu
chinonso; nonso
chukwuemeka; emeka
chukwudi; chudi
chukwuma; chuma
efe efeh
folasade; sade fola
funmilayo; funmi
ifeanyi; ify
ikechukwu; ike iyke
ikenna; ike
kofi koffi
kwabena kobina kwabina
kwadwo kojo kwadjo
kwaku kweku
kwame kwami
kwasi kwesi akwasi
mensah mensa
nana naana
ngozi; goz
obinna; obi
olamide; ola mide
oluwaseun; seun
oluwaseyi; seyi
oluwatobi; tobi
oluwatosin; tosin
oluwafemi; femi
oluwakemi; kemi
oluwadamilola; dami damilola
olufemi; femi
olumide; mide olu
olusegun; segun
olusola; sola
oluwole; wole
omotola; tola
onyekachi; kachi
owusu awusu
ousmane osman usman
tamika tameka
temitope; temi tope
titilayo; titi
uchenna; uche
yaw yao
yetunde; yeti
abdoulaye abdullah
boubacar abubakar
mamadou mohammed
moussa musa
ndiaye ndiay
diallo jallow jalloh djalo
bah ba barry
sesay cessay ceesay
kamara camara
koroma coroma
traore trawally
conteh kanteh
asante ashanti
boateng boaten
osei osai
jama jaama jamac
warsame warsama
guled guleed guuleed
hodan hodhan
ifrah ifra
ladan laadan
nimo nimco
sahra zahra
cabdi abdi
cali ali
faarax farah
tesfaye tesfay
haile hayle
gebre gebru
tekle tecle
yohannes johannes
selam salam
mohamoud mohamud mahmoud
ahmet ahmed
aysegul; ayse
burak burac
cem jem
cagla chagla
cigdem chigdem
emre emreh
fatma fatima
gokhan goekhan
gul gull
hakan haakan
hatice hatije
ibrahim ibo
kadir qadir
mehmet memet; memo
mustafa; mustik
omer umar
ozgur oezguer
ozlem oezlem
sukru shukru
sule shule
tugba tuba
ugur uger
umit uemit
yilmaz yelmaz
yildiz yeldiz
ahmadi ahmady
ali-reza alireza
amirhossein; amir
farhad ferhad
farzaneh farzana
hamidreza; hamid
hosseini husseini hussaini
jamshid jamshed
khorshid khurshid
mahnaz mehnaz
mohammadi muhammadi
nasrin nasreen
parisa pareesa
parviz pervez parvez pervaiz
rostam rustam
shirin shireen
soraya suraya thuraya
zahra zohra
dilan deelan
rojin rozhin
sherko shirko
arben; ben
gjergj george
ilir ylli
joao john
jose joseph; ze
luis louis
manuel; manny
fernando ferdinand
goncalves gonsalves goncalvez
rodrigues rodriguez
fernandes fernandez
gomes gomez
gonzales gonzalez
lopes lopez
mendes mendez
martins martinez
pereira perera pereyra
silva da-silva
sousa souza
`
