/**
 * Names that sound alike and are spelt otherwise, in groups; written by us for the generator alone, apart from the matcher's.
 */
const GROUPS = `Stephen Steven Stephan
Catherine Katherine Kathryn Catharine Katharine Cathryn
Mohammed Muhammad Mohamed Mohammad Muhammed Mohamad Mohammod Mohd Muhamad
Ahmed Ahmad Ahmet
Hussain Hussein Husain Hossain Hussian Hosain
Hassan Hasan Hassen
Ali Aly
Omar Umar Omer
Usman Osman Othman Uthman
Yusuf Yousef Yousuf Youssef Yousaf Yosuf Yusef
Ibrahim Ebrahim Ibraheem Brahim
Ismail Ismael Esmail Ismaeel
Abdullah Abdulla Abdallah Abdullahi
Abdul Abdel Abdal
Aisha Ayesha Aysha Aishah Aicha Ayisha
Fatima Fatimah Fatema Fathima Fatma Faatima
Khadija Khadijah Khatija Hadija
Maryam Mariam Miriam Maryum Meryem
Zainab Zaynab Zeinab Zenab
Yasmin Yasmine Jasmin Yasmeen Jasmine
Shaheen Shahin
Nasreen Nasrin Nasrine
Parveen Perveen Parvin
Chaudhry Choudhury Chowdhury Chaudhary Choudhary Chaudhri
Qureshi Quraishi Koreshi Qureishi
Sheikh Shaikh Shaykh Sheik
Syed Sayed Saeed Said Sayyid
Iqbal Eqbal Ikbal
Rahman Rehman Rahmaan Rahmann
Uddin Udin Ud-Din
Miah Mia Miya Meah
Siddiqui Siddiqi Siddique Siddiq
Akhtar Akhter Akther Aktar
Begum Begam Begom
Bibi Bebe
Khatun Khatoon Khatoun
Gurpreet Gurprit
Harpreet Harprit
Jaspreet Jasprit
Kaur Kour
Dhillon Dhilon Dillon
Dhaliwal Dhariwal Daliwal
Sandhu Sindhu Sandu
Sidhu Siddhu Sidu
Patel Patell
Desai Dessai
Mehta Metha
Mukherjee Mukherji Mookerjee
Banerjee Banerji
Chatterjee Chatterji
Ian Iain
Sean Shaun Shawn
Geoffrey Jeffrey Jeffery Geoffery
Graham Graeme Grahame
Alan Allan Allen Alun
Brian Bryan Brien
Philip Phillip Philipp
Anthony Antony
Jonathan Johnathan Jonathon
Nicholas Nicolas Nickolas
Matthew Mathew
Mark Marc
Stuart Stewart
Leslie Lesley
Neil Neal Niall
Derek Derrick Deryck
Terence Terrence Terance
Laurence Lawrence
Francis Frances
Lewis Louis
Alastair Alistair Alasdair Alister
Kieran Kieron Ciaran
Callum Calum
Connor Conor Conner
Aidan Aiden Ayden
Zachary Zachery Zackary
Harvey Harvie
Jayden Jaiden Jaydon
Anne Ann
Sarah Sara
Susan Suzan
Deborah Debra Debora
Tracey Tracy Tracie
Julie Juli
Jacqueline Jaqueline Jacquelyn
Claire Clare Clair
Rachel Rachael Racheal
Lindsay Lynsey Lyndsey Lindsey Linsey
Lynn Lynne
Elizabeth Elisabeth
Margaret Margret
Gillian Jillian
Alison Allison Alyson
Hayley Haley Hailey
Kelly Kelley Kellie
Leanne Lianne Leeanne
Michelle Michele
Nicola Nichola
Stacey Stacy Stacie
Zoe Zoë Zoey
Chloe Chloë Khloe
Isabel Isobel Isabelle
Isabella Izabella
Sophia Sofia
Megan Meghan Meagan
Niamh Neve Niav
Caitlin Kaitlyn Katelyn
Abigail Abigale Abbigail
Phoebe Pheobe
Freya Freyja
Clark Clarke
Reid Reed Read
Thompson Thomson Tomson
Davies Davis
Philips Phillips Phillipps
Stevens Stephens
Stevenson Stephenson
Brown Browne
Cook Cooke
Green Greene
Gray Grey
White Whyte
Smith Smyth Smythe
Taylor Tayler Tailor
Bailey Bayley Baillie
Allen Allan Alan
Mathews Matthews
Pearce Pierce Peirce
Hayes Hays Heyes
Hughes Hewes
Johnson Johnston Johnstone
Nicholson Nicolson
MacDonald McDonald Macdonald
MacKenzie McKenzie Mackenzie
McLean MacLean Maclean
McLeod MacLeod Macleod
O'Brien O'Brian OBrien
O'Connor O'Conner OConnor
O'Neill O'Neil ONeill
Doherty Docherty Dougherty
Reilly Riley Rielly
Kavanagh Cavanagh
Byrne Burn Byrnes
Burke Bourke
Fisher Fischer
Shepherd Sheppard Shephard
Simmonds Simmons Symonds
Saunders Sanders
Rodgers Rogers
Roberts Robarts
Elliott Elliot Eliot
Barratt Barrett
Bennett Bennet
Garrett Garratt
Parrott Parrot
Whittaker Whitaker
Faulkner Falconer
Rowe Roe
Ayres Ayers
Wood Woods
Walters Waters
Ahmadi Ahmady
Mohamud Mahamud Mohamoud
Farah Farrah Faarax
Warsame Warsama
Abdi Cabdi
Okafor Okafoh
Oluwaseun Oluseun
Ncube Ncuba
Tendai Tendayi
Nguyen Nguyan Ngyuen
Kowalski Kowalsky
Wiśniewski Wisnieski
Wojciechowski Wojcechowski
Aleksandra Alexandra
Aleksander Alexander
Wiktoria Victoria Viktoria
Monika Monica
Katarzyna Katarina
Piotr Pyotr
Krzysztof Krzystof Christoph
Oleksandr Aleksandr Alexandr
Serhii Sergei Sergiy
Volodymyr Vladimir
Mykola Nikolai
Dmytro Dmitri Dmitry
Olena Elena
Halyna Galina
Yuliia Julia Yulia
Andrii Andrei Andriy
Mykhailo Mikhail
Kateryna Ekaterina Katerina
Georgi Georgy
Dimitar Dimiter
Aleksandar Alexandar
Mehmet Mehmed
Gonçalves Gonsalves
Fernandes Fernandez
Rodrigues Rodriguez
Gomes Gomez
Sousa Souza
Ştefan Stefan Stephan`

const spelt = new Map<string, readonly string[]>()
for (const line of GROUPS.split('\n')) {
  const group = line.split(' ')
  for (const name of group) spelt.set(name, [...(spelt.get(name) ?? []), ...group.filter((other) => other !== name)])
}
export const SPELLINGS: ReadonlyMap<string, readonly string[]> = spelt
