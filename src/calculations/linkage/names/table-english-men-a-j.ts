/** Men's names in English use: spellings of one name; after the semicolon, what people of that name are called. A to J. */
export const ENGLISH_MEN_A_TO_J = `
aaron aron arron arran; ron ronnie az
abel; abe
abraham abram avraham; abe bram abie ham
adam adem; ad adie edie
adrian adrien hadrian; ade ady adie
aidan aiden aden aodhan aydan; ade
alan allan allen alun alain; al
alastair alistair alasdair alister alisdair allister alastar; al ali ally alec
albert alberto; al bert bertie albie alby
aldous; aldo
alexander alexandre aleksander alessandro alejandro aleksandr aleksandar alexandru alexandros oleksandr alasdair alexnder alexius; alex alec alexis al sandy sandie xander sacha sasha ali ally lex sander sanders alick ecky eck lexi lexie saunders
alfred alfredo; alf alfie fred freddie freddy al
algernon; algy algie
alphonse alfonso alfonse alphonso alphonsus; alf fonzie affie alfie
alvin; al vin
ambrose; brose
andrew andre andreas andrea anders andrzej andrei andriy andrey andras andru; andy drew dandy
angus aonghas; gus
anthony antony anton antonio antoine antoni antonius anthon antone anthonius antoney; tony ant toni tone tonie
archibald; archie archy baldie arch
arnold; arn arnie
arthur artur arturo; art artie arty
aubrey; aub
augustus august augustine augustin; gus gussie augie austin gussy
austin austen; aust
barnabas barnaby; barney barny
barry barrie; baz bazza barrington
bartholomew; bart barty bat bartle tolly
basil; bas baz
benedict bennet bennett benedikt; ben benny dick
benjamin benjamen binyamin benjaman benjimin; ben benny benji benjy benjie
bernard bernhard barnard bernardo bernardus bernhardt; bernie bern barney bernt berny barnie
bertram bertrand; bert bertie
bradley bradly; brad
brandon brandan; bran
brendan brendon brenden; bren
brian bryan bryon brien
byron; by
caleb kaleb; cal
callum calum kallum colum; cal
calvin; cal vin
cameron camron; cam
carl karl; charles
cecil; cis
cedric; ced rick
charles karl carl carlos carlo karel karol charls; charlie charley chas chaz chuck chay chick cha charl cary
chester; chet
christian kristian cristian; chris christy kit
christopher kristopher cristopher christoph christofer krzysztof cristobal kristoffer christophe christophor cristoforo; chris kit topher christy kris chrissy kester kristof
clarence; clarrie clare
clement clemens; clem
clifford; cliff
clinton; clint
colin collin coling; col
conrad konrad; con
constantine constantin konstantin; con kostya costa
cornelius; neil con corney nelly
crispin; cris
curtis kurtis; curt kurt
cuthbert; bert cuddy
cyril; cy
daniel danial danyal daniele; dan danny dannie dani
darren darran darrin daren; daz dazza
darryl daryl darrell darrel
david dafydd davyd dawid davide daud dovid; dave davy davey davie dai dewi taffy daw
dean deane
declan; dec deccy
dennis denis dennys denys; den denny
derek derrick deryck derick dirk; del rick derry
dermot diarmuid diarmaid dermott; der
desmond; des dezzy dez
dexter; dex
dominic dominick dominik domenic; dom nick dommy nic
donald donal; don donnie donny
douglas douglass; doug dougie duggie
duncan; dunc
dustin; dusty
dwayne duane dwain
dylan dillon dillan; dyl
eamon eamonn eamon; edmund
edgar; ed eddie ned
edmund edmond eamon edmondo; ed eddie ned ted teddy edward edwin teddie
edward eduard edvard eduardo edouard edwark edw edwards edwardo; ed eddie eddy ned ted teddy edd neddy edwin edmund edgar teddie
edwin; ed eddie ned win ted eddy edward edmund teddie
elijah elias elia; eli lije
elliot elliott eliot eliott; el ell
elton; el
emanuel emmanuel manuel immanuel; manny manu
enoch; nocky
eric erik erick; ricky
ernest earnest ernst; ern ernie
ethan; eth
eugene eugen yevgeny; gene
eustace; stace
evan; ev
ezekiel; zeke
ezra; ez
felix; fee
ferdinand fernando; ferdie ferdy nando fred
fergus; ferg fergie gus
finley finlay findlay finnley; fin finn
francis franciscus francisco francesco franz francois franciszek ffrancis fransis; frank frankie fran franky francie france
frank franc; frankie franky francis
franklin franklyn; frank
frederick fredrick frederic fredric friedrich frederik fryderyk federico fredricke friedrick; fred freddie freddy fritz freddi rick ricky freddey fredi
gabriel; gabe gaby
gareth garreth garath; gaz gary gaz
garfield; gary garf
gary garry; gaz gazza
gavin gavyn; gav
geoffrey jeffrey geoffry jeffery jeffry geoff geofrey jefferey jeffree jefferies jeffries jeffreys jefery gefery jeoffrey jefferie geoffory; geoff jeff geof jeof geff godfrey
george georg jorge georges jerzy georgios gheorghe yuri jorg goran; georgie geordie dod
gerald gerard gerrard jerald gerhard garret geraud giraldo jerold gerrald; gerry jerry ged gez gerrie
gilbert; gil bert gib gilly
giles gyles
glenn glen glyn glynn
godfrey gottfried godefroy; goff fred geoffrey geoff jeff
gordon; gord gordie don
graham graeme grahame gram; gray
gregory gregor gregg grigory grzegorz; greg gregg gregor greig
hamish; james
harold harald harrold; harry hal
harrison; harry
harry harrie; henry harold
harvey harvie; harv
hector; heck
henry henri hendrik heinrich henrik henryk enrique enrico hendry hendrick; harry hal hank harrie henny hettie
herbert; herb bert bertie herbie
hezekiah; hez
horace horatio; horry
howard; howie
hubert; bert hugh bertie
hugh huw hew hughie; hughie shug shuggie hugo huey
hugo; hugh
humphrey humphry; humph numps dumphry
ian iain ean
ignatius; iggy nace
immanuel; manny
irving irvine; irv
isaac izaac isaak ishaq; zac zak ike isa zack
isaiah; zay ike
ivan; van
ivor ifor; ive
jack jak; jackie jacky john jock
jackson; jack
jacob jakob jakub jacub jacobus giacomo iacovo jekabs jacobie jacobs jacobi; yakub yaqub jake jack jakey cob james
jake; jacob
james jaimes seamus jaime jacques hamish jacobus giacomo; jim jimmy jimmie jamie jem jas jay jimi jamey jims jacob jago
jamie jaimie jamey; james
jared jarrod jarred
jarvis; jerry
jason jayson; jay jase
jasper casper caspar
jefferson; jeff
jeremiah jeremias; jerry jerrie jem jeremy
jeremy jeremie; jerry jez jem jezza
jerome; jerry rome
jesse; jess
john jon johan johann jan sean ian ivan jean juan giovanni johannes joao jonn jaques jacques evan johnathan johnni; johnny jack jackie jock johnnie jonny ian hank hans
jonathan johnathan jonathon johnathon jonothan; jon jonny john johnny jonty nathan
jordan jorden jordon; jord jordy
joseph josef jozef giuseppe jose iosif; yusuf yousef yosef youssef joe joey jo jos joss
joshua josua; josh joss
jude; judah
julian julien; jules jule
julius julio; jules
justin justyn; jus
`
