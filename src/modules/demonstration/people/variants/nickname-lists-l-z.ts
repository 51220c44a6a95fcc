/** Given names and what people who bear them are called, from L on. */
export const NICKNAMES_L_Z = `Lauren: Loz
Laura: Lol
Lawrence: Larry Laurie
Leonard: Len Lenny
Leslie: Les
Lesley: Les
Lewis: Lew
Lindsay: Linds
Linda: Lin Lindy
Louise: Lou Lulu
Lucy: Lu Luce
Luis: Lucho
Łukasz: Luke
Madeleine: Maddie
Magdalena: Magda
Malcolm: Mal Malc
Manuel: Manolo
Margaret: Maggie Peggy Meg Madge Marge Rita
Marilyn: Maz
Maria: Mia
Martin: Marty
Mary: Molly Polly May
Matilda: Tilly Mattie
Matthew: Matt Matty
Maureen: Mo
Maurice: Mo
Megan: Meg
Melanie: Mel
Melissa: Mel Missy
Michael: Mike Mick Mickey Mikey
Michał: Michal Mike
Michelle: Shell Chelle
Mildred: Millie
Mohammed: Mo
Muhammad: Mo
Nathaniel: Nat Nate
Nathan: Nate
Natalie: Nat
Natasha: Tash
Neil: Neily
Nicholas: Nick Nicky Nico
Nicola: Nicky Nic
Nigel: Nige
Norman: Norm
Oleksandr: Sasha Sashko
Oliver: Ollie Olly
Olivia: Liv Livvy
Olumide: Olu
Pamela: Pam
Patricia: Pat Trish Tricia Patsy
Patrick: Pat Paddy
Paula: Pauly
Penelope: Penny
Peter: Pete
Philip: Phil Pip
Phyllis: Phyl
Piotr: Peter
Rachel: Rach
Ralph: Ralphie
Raymond: Ray
Rebecca: Becky Bex Becca
Reginald: Reg Reggie
Richard: Rich Dick Rick Ricky Richie
Robert: Bob Bobby Rob Robbie Bert
Roberta: Bobbie
Robin: Rob
Roderick: Rod Roddy
Rodney: Rod
Roger: Rodge
Ronald: Ron Ronnie
Rosemary: Rose Rosie
Rupinder: Rupi
Harpreet: Harps Preet
Jaspreet: Jas
Manpreet: Manny
Gurpreet: Gurps
Russell: Russ
Sally: Sal
Samantha: Sam Sammy
Samuel: Sam Sammy
Sandra: Sandie
Sarah: Sally Sadie
Sebastian: Seb Bas
Sharon: Shaz Shazza
Sheila: Shei
Shirley: Shirl
Sidney: Sid
Simon: Si
Sophie: Soph
Stanley: Stan
Stephanie: Steph Stevie
Stephen: Steve Stevie
Steven: Steve
Stuart: Stu
Susan: Sue Susie Suzy
Suzanne: Sue Suze
Sylvia: Syl
Terence: Terry Tel
Theodore: Theo Ted Teddy
Theresa: Terry Tess Tessa
Thomas: Tom Tommy
Timothy: Tim Timmy
Tracey: Trace
Trevor: Trev
Tyrone: Ty
Valerie: Val
Vanessa: Nessa
Veronica: Ronnie Vee
Victor: Vic
Victoria: Vicky Tori Vic
Vincent: Vince Vinny
Walter: Wally Walt
Wayne: Wayney
Wendy: Wend
Wilfred: Wilf Fred
William: Bill Billy Will Willie
Winifred: Win Winnie Freda
Yvonne: Von
Zachary: Zac
Zbigniew: Zbyszek
Francisco: Paco Chico
Antonio: Toni Tonio
Alessandro: Sandro
Abdirahman: Abdi
Tatenda: Tate
Chukwuemeka: Emeka
Mehmet: Memo
Ibrahim: Ibby
Yusuf: Yus
Zeeshan: Zee
Amandeep: Aman
Sukhwinder: Sukhi
Balwinder: Bal
Parminder: Pam
Jayesh: Jay
Nilesh: Nil
Rajesh: Raj
Rajinder: Raj
Priyanka: Priya
Konstantin: Kostya
Volodymyr: Vova
Dmytro: Dima
Anastasiia: Nastia
Tetiana: Tania
Kateryna: Katia
Natalia: Natasha
Babatunde: Tunde Baba
Temitope: Tope Temi
Oluwaseun: Seun Olu
Olufemi: Femi
Ayodele: Ayo Dele
Adebayo: Bayo Ade
Damilola: Dami Lola
Funmilayo: Funmi
Titilayo: Titi
Ifeoma: Ify
Chinedu: Nedu
Ikechukwu: Ike
Obinna: Obi
Nkechi: Kechi
Tafadzwa: Taffy
Munyaradzi: Munya
Nyasha: Nya
Mariusz: Mario
Sławomir: Sławek
Przemysław: Przemek
Elżbieta: Ela
Zofia: Zosia
Ewelina: Ewa
Stanisław: Staszek
Paweł: Pawełek
Gheorghe: Gigi Ghiță
Constantin: Costel
Alexandru: Alex Sandu
Mihaela: Miha
Georgiana: Gina
Aleksandar: Sasho
Hristo: Itso
Yordan: Dancho
Bohdan: Bodia
Viktoriia: Vika
Svitlana: Svieta
Fernando: Nando
Eduardo: Edu Dudu
Ricardo: Rico
Guilherme: Gui
Conceição: São
Francesco: Ciccio Franco
Salvatore: Totò
Consuelo: Chelo
Guadalupe: Lupe
Mustafa: Musti
Hüseyin: Hüso
Fatma: Fatoş
Reynaldo: Rey
Rosario: Charo
Jatinder: Jat
Kulwinder: Kully
Sukhdev: Sukhi
Jaswinder: Jassi
Harjinder: Harj
Gurdeep: Gurdy
Hitesh: Hits
Bhavesh: Bhav
Krishna: Kris
Yasmin: Yas
Zainab: Zee
Abdullahi: Abdi
Shabana: Shabs
Nasreen: Naz
Imran: Immy
Waseem: Waz
Sajid: Saj
Kamran: Kami
Rukhsana: Ruks
Delroy: Del
Jermaine: Jay
Shanice: Shan
Marlon: Mars`
