/** Given names of Ireland, Scotland and Wales: spellings; after the semicolon, what people of that name are called, in English too. */
export const CELTIC = `
aine anya; anna
aisling aislinn ashling aishling ashlin; ash
aoife eefa efa; eva
aodh hugh
bairbre; barbara
blathnaid; florence
brid breda breid bridie; bridget
brighid brigid bridgid; bridget
briege; bridget
cahal cathal; charles
cait caitriona catriona cathriona katriona; cat trina triona catherine
caitlin kaitlin kaitlyn caitlyn katelyn katelin kathleen cathleen; cat cait kat kate katie kay kaye kath kathy kitty catherine
caoimhe keeva kweeva
caoimhin kevin
ceri kerry; caz
ciara kiera keira kira keera
cian kian kean keane
cillian killian kilian
clodagh cloda
colm colum column; col
conall connell; con
conor connor conner konnor; con
cormac cormack; mac
cormick cormac
daithi; david
darragh dara daragh darra
dearbhla dervla derbhla
deirdre deidre
diarmuid dermot
dilwyn; dil
dylis dilys
eilidh ailidh eiley ayley; helen
eimear emer eimer
eilis eilish elish; elizabeth
eithne enya ethna edna
elin elen; ellen helen
eluned; luned
eoghan eoin owen ewan euan ewen eoghain; owen john
fearghal fergal
fearghus fergus
feidhlim phelim felim
fionn finn fin fynn
fionnuala finola nuala fenella fionnghuala; nuala
gearoid garrett; gerald
geraint gerant; ger
glynis glenys
grainne grania granya; grace
gruffydd griffith gruffudd griffiths; griff
gwilym; will william
gwyneth gweneth gwenyth; gwen
hywel howell howel hywell; howie
iestyn justin
ieuan ifan iwan evan; john
iolo iorwerth
iseult isolde
kayley caoilinn
lachlan lochlan lachlann lauchlan; lachie lockie
liam; will william
llewellyn llywelyn llewelyn; lyn lew
lowri; laura
mair; mary
mairi mhairi vari
maebh maeve meabh medb
mairead maighread mared; margaret
marged; margaret meg
maredudd meredith meredydd
muirne myrna
murdo murdoch
naoise neesha
nia neve
niamh neve niav neamh
nuala; fionnuala
oisin osheen ossian
orla orlagh orlaith
padraig padraic padhraig; paddy patrick podge
padraigin; patricia
peadar peader; peter
pearse; piers
roisin rosheen rosaleen; rose
ruairi rory ruaidhri ruaridh
sadhbh sive
saoirse seersha sersha
seamus shamus seumas seamas hamish; james jim
sean shaun shawn shane; john
seosamh; joseph
siobhan shevaun chevonne shivaun shivon; joan
sile sheila shelagh
sinead shinade; jane janet
sioned; janet
sorcha sarah
sorley somhairle
tadhg teague tighe teige; thaddeus tim
tegan teagan
tegwen; teg
tiernan tiarnan
tomas; thomas tom
torquil; torc
una oonagh oona
uilliam; william
wyn wynn wynne
yestin iestin
`
