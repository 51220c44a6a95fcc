/**
 * Names of the Arab lands and of Muslim families elsewhere (Pakistan, Bangladesh, Turkey, Iran, Somalia, West Africa):
 * the spellings that stand for one name; after the semicolon, short forms.
 */
export const ARABIC = `
aaliyah aliyah aliya alia aliyya
abbas abas abass
abdallah abdullah abdulla abdula abdoulaye abdalla abdellah abdullahi; abdul ab
abdulaziz abdelaziz abdulazeez; aziz abdul
abdulhamid abdelhamid abdulhameed; hamid abdul
abdulkadir abdulqadir abdelkader abdulqader abdikadir abdiqadir; abdul kader
abdulkarim abdelkarim abdulkareem abdikarim; karim kareem abdul
abdullatif abdellatif; latif abdul
abdulmalik abdelmalik; malik abdul
abdulrahman abdurrahman abdelrahman abdirahman abdurahman abdrahman abdulrehman abderrahmane abdirahmaan; rahman abdul rehman
abdulrashid abdirashid; rashid abdul
abdulsalam abdusalam abdelsalam abdisalam; salam abdul
abdulwahab abdelwahab; wahab abdul
abdi abdy
abu abou
abubakar abubaker aboubacar aboubakar abubakr; abu bakr bakar baker
adil adel aadil
adam aadam adham
adnan adnaan
ahmad ahmed ahmet ahmad akhmed ahmadu achmed ahmmed axmed hamad amadou ahamed; ahm
aisha ayesha aysha aicha aishah ayisha aysa aiesha aishatu ayse caasha; aish
akbar akber
akram ekram
ali aly alli aali
alina aleena
amal amaal
amin ameen amine
amina aminah ameena aminata amna amineh
amir ameer emir aamir amer
ammar amaar
amr amro amru
anas anass
anwar anwer enver anouar
arif aref aarif
arshad ershad
asad assad asaad esad
ashraf achraf
asif aasif assif
asma asmaa esma
atif atef aatif
awais owais uways ovais
ayaan ayan
ayub ayyub ayoub ayoob eyup
aziz azeez
bashir basheer bachir beshir bashiir
bilal bilaal belal billal bilaall
bushra boushra
dalia dahlia
daud dawood dawud daood davud dawoud; dave
ebrahim ibrahim ibraheem ebraheem ibrahima ibraahim; ib ibby ibbi
emine amina
fadi fady
fahad fahd
faisal faysal feisal faizal faysel
farah fara
farhan ferhan farhaan
farid fareed ferid
farooq faruk faruq farouk farook
fatima fatimah fatma fateema fatemeh fatoumata faduma fatou fatouma faadumo fadumo; fati fatou
fauzia fouzia fawzia fowsia
habib habeeb
habiba habibah
hadi hady
hafiz hafeez hafez
haidar hyder haider hayder haydar
hakim hakeem
halima haleema halimah haliimo
hamid hameed hamed
hamza hamzah hamsa hamse
hana hanaa
hanan hanaan
hani hany haani
hanif haneef
haroon harun haroun haaruun
hasan hassan hasen hasaan xasan
hashim hashem haashim
hassan hasan
hawa hawwa xaawo
hiba heba
husain hussain hussein husein hossain hussayn husayn hossein huseyin hussien hosein xuseen hussan
idris idrees edris
ihsan ehsan
ilyas elias ilyaas
imad emad
iman eman imaan
imran emran imraan
iqbal ikbal
irfan erfan
isa issa eesa essa ciise
ishaq ishak isaaq ishaaq
ismail ismael esmail ismaeel ismaail ismaila esmaeil
jabir jaber
jafar jaffar jaafar jaffer cafer
jalal jalaal celal
jamal jamaal gamal jamaal cemal jama
jamil jameel djamel cemil
jamila jameela djamila
javed javaid jawed javid
jibril jibreel jabril djibril gibril
junaid junayd
kamal kamaal kemal
karim kareem kerim
kashif kashef
khadija khadijah khadeeja kadija hatice khadijo
khaled khalid khalled halit
khalil khaleel halil
khan kan
laila layla leila leyla layla lailah
latif lateef
mahdi mehdi mahdy
mahmood mahmud mahmoud mehmood mehmud maxamuud mohamud
majid majeed maged
malik malek maalik
mansur mansoor mansour
mariam maryam miriam meryem mariama maryan maryama
marwan merouane
masood masud massoud
mohammed muhammad mohammad mohamed muhammed mohamad mohammod mohamet mohammud mohd muhamad muhamed mohamud mehmet mehmed mamadou mohamadou mohummed mahammad maxamed mohmad muhammet mohammmed md mahomed; mo mohd moh moe muh
mubarak mubaarak
mukhtar muktar mokhtar muktaar
munir muneer mounir
murad mourad murat
musa mousa moussa moosa muse muuse
mustafa mustapha mostafa moustafa mustaf; mus mo
nabil nabeel
nadia nadiah
nadim nadeem
naeem naim nayeem
nafisa nafeesa nafisah
naima naimah naeema
najib najeeb
nasir nasser naser nassir naasir
nasreen nasrin nesrin
nazir nazeer
nour noor nur nura nuur noura
omar umar omer umer oumar cumar omaar
osama usama oussama
osman usman othman uthman ousmane cusmaan uthmaan
qasim kasim qassim kassim qaasim
rabia rabiah
rafiq rafik rafeeq
rahim raheem
rahman rehman rahmaan
rania raniya
rashid rasheed rachid rashiid
raza reza rida riza
riaz riyad riyaz riyadh
ruqayya ruqayyah rukaiya ruqaya rokaya ruqiya
saad sad saeed
saba sabah
sabir saber
sadia saadia sadiya
sadiq sadik sadique sadeeq
safia safiya safiyya safiyah safiyo
said saeed sayeed saeid sayed siciid
saif sayf saef
sajid sajed
saleem salim selim saliim
saleh salih salah
salma selma
salman selman salmaan
samir sameer
samira sameera
sana sanaa
sara sarah saara
shabir shabbir
shahid shaheed
shakil shakeel
shamim shameem
sharif shareef cherif
shaykh sheikh sheik shaikh
sufian sufyan sofiane
suleiman sulaiman sulayman suleman solomon suleyman souleymane saleebaan; sule sully
sumaya sumayya sumaiya sumayah
syed sayed sayyid sayid saiyed sayyed said
tahir taher
tariq tarek tarik taariq
umm um
wahid waheed
walid waleed oualid
wasim waseem
yahya yahia yehia
yaqub yaqoob yakub yacoub yaqoub
yasin yassin yaseen yassine yasiin
yasir yasser yaser
yasmin yasmeen yasmine
younis yunus younus yunis younes yonis
yusuf yousuf yousef youssef yusef yousif yosef yussuf yoosuf yuusuf; joe joseph
zahid zahed
zahra zara zahraa
zaid zayd zayed
zain zayn zane zayne zein
zainab zaynab zeinab zeynep zaineb zeynab
zakaria zakariya zakariyya zakariyah zakariye
zara zarah
zubair zubayr zubeir
`
