/** English surnames, the commonest first; written from general knowledge, the order rough. */
export const ENGLISH_COMMON = `Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White
Roberts Green Hall Wood Jackson Clarke Harris Clark Edwards Lewis Hughes Turner Hill Scott Cooper Morris Ward Moore King Watson
Baker Harrison Morgan Patterson Young Allen Mitchell James Anderson Phillips Lee Bell Parker Davis Bennett Miller Cook Shaw
Richardson Carter Collins Marshall Bailey Gray Cox Adams Wilkinson Foster Chapman Mason Russell Powell Webb Rogers Hunt Mills
Holmes Palmer Matthews Gibson Fisher Barnes Knight Lloyd Butler Stevens Price Jenkins Reynolds Pearson Barker Dixon Fletcher
Lowe Hudson Day Andrews Ford Walsh Burton Reid Poole Pearce Brooks Gardner Saunders Payne West Stone Elliott Hart Spencer
Watts Bradley Lawrence Armstrong Cole Rose Dean Carr Francis Hawkins Woods Perry Lane Ellis Page Nicholls Berry Bird Newman
Harvey Hayes Grant Wells Warren Field Dawson Chambers Simpson Arnold Austin Cooke Porter Rowe Ball Sutton Bishop Burgess May
Read Stephens Carpenter Freeman Cross Hodgson Wallis Hewitt Nash Bates Sharp Lamb Booth Frost Osborne Barrett Oliver Banks
Long Howard Tucker Baldwin Coleman Curtis Parsons Norris Blake Gilbert Lambert Hopkins Flynn Horton Potter Doyle`

export const ENGLISH_FURTHER = `Abbott Adcock Ainsworth Akers Alcock Aldridge Alexander Allsop Ambrose Amos Appleton Archer Ashby Ashton
Askew Aspinall Atkins Atkinson Attwood Avery Ayres Bagshaw Bainbridge Balls Bannister Barber Barlow Barnett Barr Barron Barton
Bassett Batchelor Bateman Baxter Beard Beasley Beaumont Beck Beckett Beech Benson Bentley Bevan Biggs Bing Birch Blackburn
Blackwell Bland Bloom Blunt Bolton Bond Bowden Bowers Bowman Boyce Brady Bramley Bray Brewer Bridges Briggs Bright Bristow
Broadbent Brookes Broughton Browne Bruce Bryan Bryant Buckley Bull Bullock Burke Burnett Burns Burrows Bush Butcher Byrne
Callaghan Calvert Cannon Carey Carlton Cartwright Casey Chadwick Chandler Chappell Charlton Church Clayton Clements Clifford
Coates Cobb Cockburn Cohen Colley Collier Connor Conway Cooksey Coombes Copeland Corbett Cotton Coulson Cowan Cowley Craven
Crawley Crisp Croft Crook Crossley Crouch Crowther Cullen Cunliffe Dale Dalton Daniels Darby Davey Davison Deacon Denham Dennis
Dent Derbyshire Dickinson Dickson Dobson Dodd Donaldson Douglas Downing Drake Draper Drew Driver Duckworth Duffy Dunn Durham
Dyer Dyson Eastwood Eaton Eccles Edge Egan Eldridge Elliot Emery Everett Fairbrother Farmer Farrell Farrow Faulkner Fenton
Finch Firth Flanagan Fleming Flint Flood Floyd Flower Foley Forrest Forster Forsyth Fowler Fox Franklin French Fry Fuller
Galloway Gale Gamble Garner Garrett Gaskell George Gibbons Gibbs Giles Gill Glover Goddard Godfrey Golding Goodall Goodman
Goodwin Gordon Gough Gould Gower Graham Greaves Greenwood Gregory Griffin Grimes Groves Guest Gunn Guy Haigh Hale Halliday
Hammond Hampton Hancock Hanson Harding Hardy Hargreaves Harper Harrington Hartley Harwood Hastings Hatton Haynes Hayward
Heath Henry Herbert Heywood Hibbert Hicks Higgins Higgs Hilton Hinton Hobbs Hobson Hodges Hodson Hogan Holden Holland Holloway
Holt Hooper Hope Horne Houghton Howarth Howe Howell Hubbard Hull Humphries Hunter Hurst Hussey Hutchings Hutchinson Hutton Ingham
Ingram Irving Jarvis Jeffery Jennings Johns Johnston Jordan Joyce Judd Kay Kaye Kemp Kendall Kenny Kent Kerr Kershaw Kirby
Kirk Kirkham Knowles Lacey Lake Lancaster Lang Langley Larkin Law Lawson Leach Leigh Leonard Lester Lindsay Lister Little
Livesey Lomas Lord Lovell Lucas Lynch Lyon Lyons Mann Manning Marsden Marsh Martin Maxwell Mellor Metcalfe Middleton Miles
Millard Millward Milne Milner Moran Moss Mullins Murray Myers Nelson Newton Nicholson Nixon Noble Nolan Norman North Norton
Nuttall Nutt Oakley Oates Ogden Oldham Orton Owens Painter Parkes Parkin Parkinson Parr Parry Peacock Peck Pemberton Penn
Perkins Peters Petty Phelps Pickering Pike Pitt Platt Plant Pollard Pope Poulter Pratt Preston Prince Pritchard Pugh Quinn
Radford Ramsay Randall Rawlings Rayner Redfern Reeve Reeves Rhodes Rice Riley Robson Rodgers Roper Rowland Rowley Rush Ryan
Salmon Salter Sanders Sanderson Schofield Sewell Seymour Shah Sharpe Shelton Shepherd Sheppard Short Silver Simmonds Simmons
Sims Sinclair Singleton Skinner Slater Small Smart Snow Southern Spence Stacey Stafford Stanley Steele Stephenson Stokes Storey
Stuart Sullivan Summers Swain Swift Sykes Talbot Tate Thorne Thornton Thorpe Todd Tomlinson Townsend Turnbull Tyler Underwood
Vaughan Vickers Vincent Wade Wainwright Waite Walters Walton Waters Watkins Webster Weston Wheeler Whelan Whitaker Whitehead
Whitehouse Whittaker Wilcox Wilkins Willis Wills Winter Wise Woodward Wyatt Yates York`

export const ENGLISH_RARER = `Ablett Addy Aherne Albutt Allard Alsopp Amery Annis Anstey Arkwright Arrowsmith Aspden Aston Aylward Babb
Badcock Baggott Bamford Banbury Barclay Bardsley Barham Barratt Bartholomew Bartram Batt Battersby Bayliss Beal Beckwith Bedford
Beddoes Bellamy Belcher Benfield Berridge Bickerton Billings Birchall Blackmore Blanchard Blaydes Blewitt Blyth Boddy Bonner
Boswell Botham Bottomley Boulton Bourne Bowker Bracewell Bradbury Bradshaw Brammer Breakspear Brear Brierley Brindle Brock
Bromley Brotherton Brunt Buckingham Budd Bunce Bunting Burchell Burdett Burgoyne Burrell Burt Bury Buxton Cadman Cain Calder
Callow Capper Carver Catchpole Caulfield Cave Chaffey Challis Chatterton Cheetham Chester Chilvers Chisholm Chivers Clamp Clegg
Cleaver Clewer Cliff Close Clough Coker Colclough Coles Comer Constable Coote Cordell Cornish Cornwell Cottrell Courtney Cove
Crabtree Cragg Cranfield Cripps Critchley Crompton Cropper Crosby Crowe Crump Culshaw Curry Cuthbert Dabbs Daft Darlington
Dauncey Dayman Delve Denton Dewhurst Digby Dimmock Dodsworth Doggett Dorrell Doughty Dowling Downes Drabble Drury Dudley
Dunkley Dutton Earl Eastham Ebdon Edmonds Edmondson Ellison Elsmore Elwell Entwistle Etheridge Evison Eyre Fallows Farnell
Farthing Fawcett Fearn Felton Fielding Fitch Flack Fleet Fletton Foden Forshaw Fosdyke Foulkes Frampton Freer Frewin Frith
Froggatt Furness Gadd Gardiner Garland Garside Gatley Gaunt Geary Gell Gent Gibb Gladwin Gledhill Glenn Goff Gomersall Goode
Gornall Gosling Goss Grainger Gratton Greenall Greenhalgh Greenhill Grice Grieve Grime Grundy Gurney Hackett Haddock Hallam
Hambleton Hampson Handley Hannaford Harcourt Hardcastle Harker Harland Harmer Haskins Haslam Hathaway Haworth Hazell Head
Heald Heap Heaton Hemming Henshaw Heptonstall Hepworth Herring Hesketh Heslop Hewlett Hickman Higson Hinchliffe Hindle Hirst
Hoare Hockley Hodgkins Hodkinson Holdsworth Hollis Holyoake Hoole Horrocks Horsfall Hoskins Hough Howells Hoyle Huckle Huggins
Hulme Hunnisett Hyde Ibbotson Iles Illingworth Isherwood Ives Jagger Jakeman Janes Jeal Jeffs Jepson Jessop Jewell Jolley Jowett
Joynson Kearney Keating Keeble Keen Kellett Kendrick Kenyon Kettle Kilburn Kimber Kinder Kingston Kipling Kitchen Knapp Kneale
Laidlaw Lampard Langford Langton Latham Laycock Leadbetter Leather Ledger Leek Lever Liddle Lightfoot Lilley Lindley Linton
Littlewood Lock Lofthouse Lovegrove Loveday Luck Lumley Lunn Mabey Mace Maddison Makin Mallinson Mander Mansell Mardle Markham
Marriott Maskell Massey Mather Maudsley Mayhew Meakin Mears Medhurst Megson Mercer Merrick Midgley Minns Mobbs Mole Monk Moody
Morley Mortimer Moseley Mottram Mould Mount Munday Musgrave Nettleton Newbury Newell Newsome Nightingale Noakes Norcross Nugent
Nunn Oddy Offord Old Onslow Orchard Orme Orrell Osgood Padgett Paget Palfrey Pallett Pargeter Parrott Partridge Pascoe Peake
Peel Pendlebury Penfold Percival Perrin Petch Philpott Pickles Pilkington Pinder Plumb Pocock Pollitt Popplewell Postlethwaite
Potts Poynter Prentice Prescott Prior Proctor Prosser Pryor Puddephat Purcell Purvis Pye Quick Rainford Ramsden Ratcliffe
Ravenscroft Reddish Redman Renshaw Revell Rickards Ridley Rigby Rimmer Rippon Roebuck Rollason Rolfe Roscoe Rothwell Rowbotham
Ruddock Rudge Rushton Sadler Salisbury Sampson Sandford Savage Sayer Scales Scarborough Seddon Selby Senior Sergeant Shackleton
Sharples Shenton Sherwood Shipley Shuttleworth Sidebottom Sillitoe Skelton Slack Smalley Smallwood Snape Snelling Sowden Sparkes
Spooner Spurr Squires Stainton Standish Stannard Startin Stead Stimpson Stobbs Stockdale Stott Stringer Strong Sturgess Styles
Sugden Sumner Sutcliffe Sweeney Swindells Tanner Tattersall Tebbutt Tennant Thackeray Thacker Thirlwell Thistlethwaite Threlfall
Tibbs Timms Tindall Titmus Tolley Tonks Topham Tordoff Treadwell Trent Trotter Truman Tunnicliffe Turton Tweedy Twigg Unsworth
Upton Varley Veal Venables Vernon Vine Waddington Wadsworth Wagstaff Wakefield Walden Walmsley Warburton Wardle Warner Warwick
Waterhouse Weaver Wedgwood Westwood Whalley Wharton Whatley Whitfield Whiting Whitlock Whitmore Whittle Whitworth Whyte Widdowson
Wigley Wilde Wilding Wilmot Winstanley Winterbottom Witham Wolfe Womersley Woodcock Woodhouse Woolley Worrall Worsley Worthington
Wragg Wren Wrigley Wyles Yardley Yeomans Youngs`
