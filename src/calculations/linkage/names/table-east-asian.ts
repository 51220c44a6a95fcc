/** Family names of China, Hong Kong, Vietnam, Korea and Japan in the spellings that stand for one written name. */
export const EAST_ASIAN = `
chan chen tan chin zan
cheng zheng tay chang teh
cheung zhang chang cheong teo
chin qin
chiu zhao chao chew jiu
choi cai tsai chua choy
chow zhou chou chau joe jow
chu zhu choo
chung zhong cheong
fan van
fang fong
feng fung
fu foo
gao ko kao
guo kwok kuo quek kwek
he ho
hong hung ang
hu woo wu
huang wong hwang ng ooi vong huynh hoang
jiang kong chiang keung
jin kam kim
kang hong
lai li
lau liu low liew
lam lin lim lum
lee li lei ly rhee yi
leung liang leong neo luong
liao liu
lo luo law loh
lu loo lui
lui lei
ma mah mar
mak mai mok
ng wu goh
ng eng ung
ou au
pan poon pun phan
peng pang phang
qian chin tsien
qiu yau khoo
shen sum sim
shi shek sek
song sung soong
su so soh
sun suen soon
tang deng tong
tam tan tom
tian tin
tsang zeng tseng chan
tse xie hsieh chia
wang wong heng ong
wei ngai
wen man
wong wang vuong
wu woo ng goh mo
xiao siu hsiao
xu hsu hui koh tsui
yang yeung yong young yeo duong
yan ngan
yao yiu
ye yip yeh ip yap
yu yue
yuan yuen
zhang cheung chang truong
zhao chiu chao trieu
zhou chow chau chou
zhu chu choo
nguyen nguyn nguen nguyenn
tran chan
pham fam
vo vu wu
vuong wong
bui buy
dang tang
dao dow
dinh ding
do doh
ho hoh
le lee
trinh trin
choi choe choy
chung jung jeong chong
kang gang
kim gim
kwon gwon
lim im rim
moon mun
pak park bak pak
shin sin
yoon yun
yoo yu ryu
oh o
sato satou
saito saitou
ito itoh
kato katou
kondo kondou
ohno ono
yuki yuuki
shinichi shin
`
