/** Men's names in English use: spellings of one name; after the semicolon, what people of that name are called. K to Z. */
export const ENGLISH_MEN_K_TO_Z = `
kelvin; kel
kenneth kennith; ken kenny kennie
kevin kevan kevyn; kev
kieran kieron kiaran ciaran keiran; kier
lambert; bert
lancelot; lance
laurence lawrence laurance lorenz lorenzo lawrance lorence laurens laurenz lourence larence lauritz; larry laurie lawrie loz lol lon laz lawry loll lars lary larrie lorrie lannie
lee leigh
leo leon; lee
leonard lennard leonhard leonardo lenard leonhardt lennart; len lenny leo leon lennie lenn leonie
leopold; leo pold
leroy; roy lee
leslie lesley; les
lester; les
levi; lee
lewis louis luis lewys ludwig; lew lou louie lewie
liam; will william
lionel; leo lee
lloyd loyd
louis luis luigi ludovic lodovico aloysius ludwick; lou louie lewis loui lewie
lucas lukas luca; luke luc
lucian lucien; luke
luke luc luka; lucas
magnus; mags
malachi malachy; mal
malcolm malcom; mal malc
manuel; manny
marcus markus; mark marc
mark marc marek marco marko
marmaduke; duke
marshall; marsh
martin martyn marten marcin; mart marty
marvin mervyn mervin; marv merv
matthew mathew mateusz matteo matthias mathias matteus mateo matei matvey mathieu matheus matthaus; matt mat matty mattie
maurice morris moritz; mo moz morrie
maximilian maximillian maksymilian maxim; max maxie
maxwell; max
melvin melvyn; mel
michael micheal mikael mikhail miguel michal michel mihai mykhailo mikal mychal michele mihail michale mickel; mike mick micky mickey mikey mitch mic midge mischa
miles myles
mitchell; mitch
montague montgomery; monty
mortimer; mort morty
moses moshe moishe; moe mo
nathan nathen; nat nate
nathaniel nathanael nathanial; nat nate nathan nathe natty
neil neal niall neill niel
nelson; nel
nicholas nicolas nikolas nichalas nicholaus nikolai nicolae mikolaj nikolay nickolas niclas nicolaas nicklas nicolaus niklas nicklaus nicholaas; nick nicky nic nik klaus nico colin cole nicol claus
nigel; nige
noah noa
noel; nole
norman; norm
oliver olivier; ollie olly noll nol
orlando; roland
oscar oskar; ozzy
oswald oswold; oz ozzie ossie waldo os
owen owain eoin; owie
patrick padraig patrik patryk padraic patric patricio; pat paddy patsy packy rick podge paddie
paul paulo pawel pavel paolo pablo pol; paulie pauly
percival; percy perce
percy; perce
perry; peregrine
peter pieter petr piotr pyotr pietro pedro pierre petru petros petar; pete petey peterkin
philip phillip filip phillippe philippe felipe filippo phillipps phillips phelip; phil pip pippin philly flip
quentin quintin; quen
ralph ralf rafe; raff
randolph randall; randy rand
raphael rafael rafal; rafe raf raff
raymond raymund raymon ramon raymonde rayment raymand raymont raymen; ray rey raye rae ramie
reece rhys rees reese
reginald reginold rignold reinald reinhold rheinholdt reynold; reg reggie rex reggy renato regional
reuben ruben rueben; rube ben
rex; reginald
richard rikard ricardo riccardo ryszard ritchard richerd ritchad richardt rickard; rick dick rich richie ricky dickie rik ritchie hick dicky dickon rickie ritch reich
robert roberto rupert robbert robt robertus robertson ruprecht; rob bob bobby robbie bert robin bobbie robby dob rab rabbie hob bertie robb
robin robyn; rob
roderick roderic rodrick; rod roddy rick ricky
rodney; rod roddy
roger rodger; rog hodge dodge
roland rowland orlando roalan rolando; roly rollo rolly row rollie
ronald ronnald; ron ronnie ronny
rory ruairi ruaridh ruari
ross; rossie
rowan rohan
rudolph rudolf rodolfo rudolphe; rudi rudy rolf rolph rolfe rolly dolph ralph rud
rufus; rufe
rupert; rup rob bert
russell russel; russ rusty
ryan rian
samson; sam
samuel samual samuele; sam sammy samie sammie
scott scot; scotty
sean shaun shawn shane john shon
sebastian sebastien; seb bas baz bastian
septimus; sep
shane shayne
sidney sydney; sid syd
silas silvanus; si
simeon simon; sim
simon simeon szymon symon; si sim simmy
solomon; sol solly
stanley; stan
stephen steven stefan stephan steffan stefano szczepan stephane esteban etienne steffen stephens; steve stevie ste steph stef
stewart stuart steuart; stu stew
sylvester silvester; sly syl
terence terrance terrence; terry tel tez
thaddeus tadeusz; thad tad
theobald; theo tib
theodore teodor theodor fyodor theodorus; theo ted teddy dore teddie dory
thomas tomas tomasz tommaso thom toma thomason tomos; tom tommy thos thom tam tomo thomason tommie
timothy timotei timothee timotheus timmothy; tim timmy
tobias toby tobiah; toby tobe
travis; trav
trevor; trev
tristan tristram tristen; tris
tyler tylor; ty
tyrone; ty
ulysses; lee
uriah; uri
valentine valentin; val
vaughan vaughn
vernon; vern
victor viktor; vic
vincent vincenzo vince; vin vinny vinnie
virgil; virge
vivian vyvyan; viv
wallace wallis; wally wal
walter walther wouter; wally walt wat watty
warren; wol
wayne wain
wesley; wes
wilbur wilbert; will
wilfred wilfrid wilfried; wilf will fred wilfie
willard; will
william willem wilhelm wilheim guillaume guillermo gwilym liam uilleam wm vilhelm willi willhelm wilie guglielmo; will bill billy willy willie wills wil wilkie bille wilf billie
winston; win winnie
woodrow; woody
xavier javier; xav
zachariah zachary zacharias zackary zachery zakaria zechariah zackery; zac zak zack zach
`
