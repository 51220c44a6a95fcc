/**
 * Given names of Poland, Romania, Ukraine, Russia, Bulgaria, the Baltic and the Balkans: spellings, the English name
 * among them where people take it; after the semicolon, what people of that name are called.
 */
export const SLAVIC = `
adrian adryan
agata agatha
agnieszka agneska; aga agnes
albert albertas
aleksandra alexandra oleksandra; ola olya sasha alex
aleksander alexander oleksandr aleksandr; olek alek sasha alex
aleksey alexei alexey oleksiy oleksii aliaksei; alyosha lyosha alex
ana ania anna hanna; anka anya anita
anastasia anastasiya anastasija anastazja; nastya asya stacey
andrei andrej andriy andrey andrii andrzej andrius; andy
antoni anton; antek tosiek tony
antonina antonia; tosia
arkadiusz arkady; arek
barbara varvara; basia varya
bartosz bartlomiej bartholomew; bartek
bogdan bohdan
boguslaw; bogus
borys boris
cezary cezar; czarek
constantin konstantin; costel kostya costa
cristian krystian christian; cristi chris
cristina krystyna kristina; cristi krysia kris
dagmara; daga
daniel danil daniil danilo; danek dan
daria dariya darja; dasha
dariusz darius; darek
dmitri dmitry dmytro dimitri dmitriy dimitar; dima mitya
dorota dorothy; dorotka
doru dorin
dumitru dimitri; mitica
edyta edith
ekaterina kateryna katarina yekaterina katerina katarzyna; katya kasia kate
elena olena jelena yelena helena; lena alyona helen
elzbieta elizabeth elizaveta yelizaveta; ela liza beth
emil emilian
eugen yevgeny evgeny yevhen; zhenya gene
ewa eva
ewelina evelina; ewa
fyodor fedor fedir; fedya
filip philip
florin florian
gabriel gavril; gabi
genowefa; gena
gheorghe george georgi georgy heorhiy; gigi gogu geo
grazyna; graza
grzegorz gregory grigore grigory hryhoriy; grzesiek grisha greg
halina galina halyna; hala galya
hanna hannah anna; hania
henryk henry; heniek
ignacy ignatius; ignas
igor ihor
ilie ilya illia elijah; ilyusha
ioana joanna; oana
ion ioan ivan john; ionut nelu
ionut john; ionel
irena irina iryna irene; ira irka
iwona ivona yvonne
izabela isabela; iza
jacek jack
jadwiga hedwig; jadzia
jakub jacob; kuba jake
jan john ivan; janek jasiek
janina jane; janka
janusz; janek
jaroslaw yaroslav; jarek
jerzy george; jurek
joanna joana; asia joasia jo
jolanta yolanda; jola
jozef joseph josip; jozek joe
julia yulia juliya yuliya iuliia; julka yulya
justyna justina; justa
kacper kasper casper
karolina carolina caroline; karola
karol charles; karolek
katarzyna catherine katarina; kasia kaska kate kath
kazimierz casimir; kazik
klaudia claudia
konrad conrad
krystyna christine kristina; krysia
krzysztof christopher; krzysiek chris krzys
larisa larysa; lara
laszlo vasile
lech leszek
leonid; lyonya
lidia lydia; lida
liviu liviu
ljiljana liliana
ludmila lyudmila liudmyla; luda lyuda mila
lukasz luke lucas; luke
maciej matthias; maciek
magdalena magda; madzia
maksym maxim maksim; max
malgorzata margaret; gosia malgosia
marcin martin; martin
marek mark
maria mariya mariia marija; masha marysia
mariusz marius; mario
marta martha
mateusz matthew; mateo mati
michal mykhailo mikhail mihail mihai michael; misha misza mike
mieczyslaw; mietek
mikolaj nicholas nikolai mykola nicolae; kola kolya nick
milosz; milek
miroslaw miroslav; mirek
monika monica
natalia nataliya natalya; natasha nata
nicoleta; nico
olga olha; olya
oksana oxana
oleg oleh
patryk patrick
pavel pavlo pawel paul; pasha
petru petro pyotr piotr petar peter; petya piotrek pete
przemyslaw; przemek
radoslaw radoslav; radek
rafal raphael; rafi
robert; robcio
ryszard richard; rysiek
sebastian; seba
sergey sergei serhiy serhii sergiu siarhei; seryozha
slawomir; slawek
sofia zofia sofiya; zosia sonia
stanislaw stanislav; staszek stan stas
stefan stephen stepan
svetlana svitlana; sveta
sylwia sylvia silvia
szymon simon semyon; szymek
tadeusz thaddeus; tadek
tatiana tatyana tetyana tetiana; tanya
tomasz thomas; tomek tom
urszula ursula; ula
vadim vadym
valentina valentyna; valya
valery valeriy valeriu; valera
vasile vasily vasyl; vasya
viktor victor; vitya
viorel viorica
vitaly vitaliy vitalii
vladimir volodymyr wlodzimierz; vlad vova volodya wlodek
vladislav wladyslaw vladyslav; vlad wladek
waclaw vaclav; wacek
waldemar; waldek
weronika veronika veronica; wera nika
wieslaw; wiesiek
wiktoria victoria viktoriya; vika wika
witold; witek
wojciech; wojtek
yana jana
yevgenia eugenia evgenia; zhenya
yuri yuriy jurij iurii; yura
zbigniew; zbyszek zbig
zdzislaw; zdzisiek
zuzanna susanna; zuza susan
`
