/** Given names and what people who bear them are called, A to K. */
export const NICKNAMES_A_K = `Abigail: Abbie Gail
Adam: Ad
Aidan: Aid
Alan: Al
Albert: Bert Bertie Al
Alexander: Alex Sandy Xander Alec Al
Alexandra: Alex Sandra Lexi Sasha
Alfie: Alf
Alfred: Alf Fred Alfie
Alison: Ali
Amanda: Mandy
Amelia: Millie Amy
Andrea: Andi
Andrew: Andy Drew
Angela: Angie Ange
Anthony: Tony Ant
Archie: Arch
Arthur: Art Artie
Aleksandra: Ola
Agnieszka: Aga
Małgorzata: Gosia
Katarzyna: Kasia
Krzysztof: Krzysiek Kris
Wojciech: Wojtek
Tomasz: Tomek Tom
Andrzej: Andy Jędrek
Joanna: Asia
Barbara: Babs Barb
Bartosz: Bartek
Barry: Baz
Beatrice: Bea Trixie
Benjamin: Ben Benji Benny
Bernadette: Bernie
Bernard: Bernie
Bethany: Beth
Beverley: Bev
Bradley: Brad
Brenda: Bren
Bridget: Bridie
Cameron: Cam
Caroline: Caz Carrie
Catherine: Cathy Kate Cath Katie
Charles: Charlie Chas Chuck
Charlotte: Lottie Charlie Char
Christine: Chris Chrissie
Christopher: Chris Kit Topher
Clifford: Cliff
Clive: Clivey
Connor: Con
Constance: Connie
Courtney: Court
Cyril: Cy
Daniel: Dan Danny
Danielle: Dani
Darren: Daz Dazza
David: Dave Davey Dai
Deborah: Debbie Debs Deb
Denise: Den
Dennis: Den Denny
Derek: Del Deggsy
Desmond: Des
Dimitar: Mitko
Donald: Don Donny
Dominic: Dom
Dorothy: Dot Dottie Dolly
Douglas: Doug Dougie
Edward: Ed Eddie Ted Teddy Ned
Eileen: Eily
Eleanor: Ellie Nell Nora
Elizabeth: Liz Beth Lizzie Betty Libby Eliza Betsy
Emily: Em Emmy
Emma: Em
Ernest: Ernie
Eugene: Gene
Florence: Flo Florrie Flossie
Frances: Fran Frankie
Francis: Frank Frankie
Frederick: Fred Freddie
Gabriella: Gaby
Gareth: Gaz
Gary: Gaz Gazza
Geoffrey: Geoff
George: Georgie
Georgina: Georgie Gina
Gerald: Gerry Ged
Geraldine: Gerry
Gillian: Gill Jill
Giuseppe: Pino Beppe
Gordon: Gord
Graham: Gray
Gregory: Greg
Grzegorz: Greg Grzesiek
Gwendoline: Gwen
Harold: Harry Hal
Harriet: Hattie Harri
Harry: Haz
Helen: Nell Nellie
Henry: Harry Hal Hank
Hilary: Hils
Imogen: Immy
Irene: Rene
Isabella: Bella Izzy
Isabel: Izzy Bel
Jacob: Jake
Jacqueline: Jackie Jacqui
James: Jim Jimmy Jamie Jem
Jakub: Kuba
Janet: Jan
Jason: Jase
Jennifer: Jenny Jen
Jeremy: Jez Jerry
Jessica: Jess Jessie
Joan: Joanie
Joanne: Jo
John: Jack Johnny Jon
Jonathan: Jon Jonny
Joseph: Joe Joey
Josephine: Jo Josie
Joshua: Josh
José: Pepe Zé
Joyce: Joy
Judith: Judy Jude
Julian: Jules
Julie: Jules
Karen: Kaz
Katherine: Kate Kathy Kat Katie Kath
Kathleen: Kath Kathy Kay
Kenneth: Ken Kenny
Kevin: Kev
Kimberley: Kim`
