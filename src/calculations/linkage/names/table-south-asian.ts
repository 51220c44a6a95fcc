/** Names of India, Pakistan, Bangladesh and Sri Lanka, given and family: spellings; after the semicolon, short forms. */
export const SOUTH_ASIAN = `
aarav arav
abhishek abishek; abhi
agarwal aggarwal agrawal
ahluwalia alhuwalia
akhter akhtar aktar akter
amandeep; aman deep
amarjit amarjeet; amar
amit ameet
amrit amreet
amritpal; amrit
anand anandh
anil aneel
anita aneeta
anjali anjalee; anj
arjun arjoon
arun aroon
asha aasha
ashok asok
baljit baljeet; bal
balwinder balvinder; bal
bandyopadhyay banerjee bannerjee banerji
begum begam begom bigum
bhattacharya bhattacharjee bhattacharyya
bhatt bhat butt
bibi bi beebi
chatterjee chattopadhyay chatterji
chaudhry chaudhary choudhury chowdhury choudhary chaudhuri chowdhry choudhry chaudhari chawdhury
chauhan chohan chouhan
das dass
deepak dipak deepack; deep
deepika dipika
desai dessai
dhaliwal dhariwal
dhillon dhilon dillon
dilip dileep
dinesh dinesha
fernando fernandes fernandez
ganesh ganeshan
gaurav gourav
gill gil
gita geeta geetha
gupta goopta
gurdeep gurdip; gur
gurpreet gurprit; gur preet
gurvinder gurwinder; gur
hardeep hardip; harry
hari harry
harjit harjeet; harj harry
harpreet harprit; harps
haque hoque huq haq hok haque
imtiaz imtiyaz
inderjit inderjeet; inder
islam isllam
iyer aiyer iyar
jagdeep jagdip; jag
jagjit jagjeet; jag
jaswinder jasvinder; jas jaz
jasbir jasvir; jas
jaspreet jasprit; jas
jayesh jayesha; jay
jyoti joti jothi
kamaljit kamaljeet; kamal kam
kaur cour kour kaurr
kavita kavitha
khatun khatoon khatoun
kishore kishor
krishna krishnan krisna; kris
kulwinder kulvinder; kully
kumar kumaar coomar
kumari kumaree
lakshmi laxmi luxmi
laxman lakshman
lohan lohana
mahendra mahinder mohinder
mandeep mandip; mandy
manjit manjeet; manj
manoj manoje
meena mina
mehta mehtha
mia miah miya meah mian miyah
mishra misra
mistry mistri
mohan mohun
mukesh mukhesh
mukherjee mukhopadhyay mukerjee
nagra naagra
naidu nayudu
nair nayar
naresh nareshe
narinder narendra narender; nari
navjot navjoth; nav
nirmal nirmaal
nitin niten
padmanabhan; padma
pandey pande pandya
paramjit paramjeet; param
parminder parvinder; parm pam
parveen perveen parvin praveen
patel patell pattel
pillai pillay
pooja puja
pradeep pradip
prakash parkash
pratik prateek
praveen pravin
preet prit
priya preya pria
priyanka; priya pri
qureshi quraishi qureshy koreshi kureshi
radhika; radha
raghu raghav
rahul raahul; raj
raj raaj
rajesh rajeesh; raj
rajinder rajender rajendra; raj
rajiv rajeev; raj
rajvir rajveer; raj
rakesh raakesh
ramesh rameshe
randhawa randava
ranjit ranjeet; ranj
rao row
rashmi rashmee
ravi ravie
ravinder rabinder ravindra; ravi
reddy reddi
rekha reka
rohit roheet; ro
sachin sacheen
sandeep sandip sundeep; sandy
sandhu sindhu
sangeeta sangita
sanjay sanjai sunjay; sanj san
sanjeev sanjiv; sanj
sarbjit sarbjeet; sab
satinder satvinder; sat
satnam sutnam
shah sha
shankar shanker sankar
sharma sarma
shaheen shahin
shazia shaziya
shiva siva
shri sri
shreya shria
singh sing sinh
sita seeta seetha
sidhu sidu
sukhdeep sukhdip; sukh
sukhdev sukhdave; sukh
sukhjit sukhjeet; sukh
sukhwinder sukhvinder; sukh suki
sultana sultanah
sunil suneel sunny
sunita suneeta
suresh sureshe; sur
surinder surender surendra; suri
surjit surjeet
swaminathan; swami
tanvir tanveer
tejinder tajinder; tej
thakur thakor
uddin udin ud-din uddeen uddin
ullah ulla
usha oosha
varma verma
vijay vijai bijay; vij
vikas vikash
vikram bikram; vik
vinay vinai
vinod binod
vishal bishal
viswanathan; vishy
wickramasinghe wickremesinghe
yadav yadev
zafar zaffar
`
