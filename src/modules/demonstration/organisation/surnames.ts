/** Surnames borne in the Thames Valley's many communities, in no order. Nobody in particular is meant by any of them. */
export const SURNAMES =
  `Abbott Achebe Adair Afolabi Akhtar Aldridge Amari Anand Appleby Archer Asante Atherton Attwood Aziz
Baig Bains Bajwa Balogun Banerjee Barlow Bartlett Beckford Bennet Bhatt Bianchi Birch Bogdan Boothroyd Bramley Brennan
Burgess Byrne Campbell Cartwright Chambers Chan Chaudhry Cheung Clifford Cole Collier Connolly Cooke Costa Cresswell
Dabrowski Dalton Daramola Das Davenport Deacon Desai Dhillon Diallo Dixon Donovan Drummond Dunne Eastwood Edwards Ekwueme
Evans Farah Faulkner Fernandes Finch Fitzgerald Fofanah Forsyth Francis Frost Gallagher Garner Georgiou Ghosh Gill Goddard
Gomes Graham Grewal Gurung Haider Hale Hamid Hanif Harding Hassan Hayward Henriques Hoang Hodgson Holloway Horvat Hughes
Hussain Ibrahim Iqbal Ivanova Jackman Jama James Janik Jarvis Joseph Kapoor Kaur Keane Khalil Kimani Knight Kumar Lakhani
Lam Lambert Lawal Lewandowski Lim Lloyd Lovell MacLeod Mahmood Malik Marsh Mbeki McCabe Mehta Mensah Miah Mistry Morgan
Mukherjee Murphy Nasser Ncube Newell Nguyen Norris Novak Obi Odell Okafor Osei Owens Palmer Parmar Patel Pereira Petrov
Pham Phillips Pillai Popescu Prentice Qureshi Rahman Rai Rashid Reid Rezaei Roberts Rossi Saleh Santos Sehgal Shah Sharma
Silva Singh Sinclair Stanley Suleiman Tahir Tamang Thapa Thomas Tran Turner Uddin Vance Varga Vaughan Wallace Walsh Wong
Yilmaz Yusuf Zaman Zielinski`.split(/\s+/)
