import { communityNames } from './community-names.ts'
import { byFrequency } from './by-frequency.ts'

/** Names of communities from the Caribbean and Africa, written from general knowledge. */
export const CARIBBEAN = communityNames(
  `Sonia Marcia Sharon Beverley Donna Yvonne Paulette Jennifer Sandra Dawn Michelle Natasha Shanice Chantelle Keisha Latoya Tanisha
Ebony Jade Kezia Shanelle Monique Simone Naomi Leonie Merlene Hyacinth Veronica Icilda Pearl Gloria Myrtle Shereen
Tiana Aaliyah Kiara Renee Jodene Cherelle`,
  `Winston Desmond Leroy Delroy Errol Carlton Trevor Neville Clive Donovan Michael Anthony Marlon Jermaine Tyrone Dwayne Curtis
Nathaniel Marcus Leon Jerome Andre Kieron Rashaan Malachi Isaiah Tyrell Reuben Cleveland Rupert Hubert Vincent Dalton Egbert
Lloyd Everton Kemar Romario Omari Jahmal Levi Zion`,
  `Campbell Williams Brown Johnson Thompson Francis Joseph Morgan Grant Gordon Bailey Clarke Reid Henry Lewis Stewart Roberts
Edwards Charles Samuels Powell Wright Walker Daley Blake Bennett Richards Palmer Christie Dixon Facey Findlay Gayle Hylton Lindo
Mcfarlane McKenzie Nembhard Pinnock Rowe Salmon Sinclair Wynter Alleyne Braithwaite Greenidge Holder Weekes Baptiste Augustin
Prosper Joachim Hippolyte Ferdinand Pryce Anglin Bogle Cunningham Beckford Duberry`,
)
export const NIGERIAN = communityNames(
  `Ngozi Chioma Adaeze Ifeoma Chidinma Amaka Nkechi Uchenna Folake Funmilayo Yetunde Bukola Titilayo Omolara Abimbola Temitope
Oluwaseun Ayomide Damilola Blessing Grace Patience Precious Joy Comfort Esther Ruth Deborah Halima Zainab Aisha Ebele Nneka
Olamide Tolulope Adenike Morenike Kehinde Taiwo Onyinye`,
  `Emeka Chinedu Obinna Ikechukwu Chukwuemeka Uche Kelechi Nnamdi Ifeanyi Olumide Babatunde Oluwaseun Adebayo Ayodele Kayode Tunde
Segun Femi Gbenga Olufemi Temitope Kehinde Taiwo Samuel Emmanuel David Daniel Joseph Peter Victor Godwin Sunday Festus Ibrahim
Musa Abubakar Chidi Okechukwu Oladele Rotimi Wale`,
  `Okafor Adeyemi Okonkwo Eze Nwosu Adebayo Okeke Obi Balogun Ogunleye Afolabi Adeleke Olawale Ojo Oladipo Akinola Adewale Nwachukwu
Onyekachi Uzoma Chukwu Ibe Igwe Nnaji Onuoha Okoro Okoye Umeh Oyelaran Ogunbanjo Fashola Adesanya Ajayi Akande Bankole Lawal Bello
Mohammed Abubakar Sanni Yusuf Danjuma Ekong Effiong Bassey Osagie Aigbe Omoregie Igbinedion Oyewole Popoola Salami Sowande`,
)
export const GHANAIAN = communityNames(
  `Akosua Adwoa Abena Akua Yaa Afia Ama Esi Efua Adjoa Maame Grace Mercy Comfort Gifty Vida Felicia Abigail Charity Doris Faustina
Georgina Josephine Patricia Rita Theresa`,
  `Kwame Kofi Kwasi Kwabena Yaw Kwaku Kojo Ebo Fiifi Nana Samuel Emmanuel Daniel Isaac Joseph Ebenezer Stephen Francis Richard Eric
Benjamin Kingsley Prince Michael Felix Justice`,
  `Mensah Owusu Boateng Asante Osei Appiah Agyeman Addo Amoah Ofori Acheampong Adjei Antwi Asamoah Danso Frimpong Gyamfi Nkrumah
Opoku Quansah Sarpong Yeboah Ansah Aidoo Amponsah Ampofo Arthur Badu Bonsu Darko Donkor Kusi Lartey Nartey Ntim Oppong Quaye Tetteh`,
)
/** Given, father's given, grandfather's given: both lists serve for all. */
export const SOMALI = communityNames(
  `Fadumo Halimo Khadra Hodan Sahra Asha Amina Hawa Ifrah Nimco Faiza Maryan Ayaan Deqa Idil Ubah Zamzam Hibo Sagal Naima Safia Kaltuun
Filsan Muna Ruqiya Shukri`,
  `Mohamed Abdi Ahmed Ali Hassan Abdullahi Hussein Ibrahim Omar Yusuf Mohamud Ismail Abdirahman Farah Jama Osman Warsame Nur Abdulkadir
Guled Liban Mahad Mukhtar Said Bashir Dahir Hersi Aden Isse Awale Ayanle Zakaria`,
  `Ali Mohamed Hassan Abdi Ahmed Farah Jama Hussein Warsame Omar Yusuf Osman Nur Ismail Aden Hersi Mohamud Ibrahim Duale Elmi Egal
Samatar Gedi Shire Awale Barre Dirie Guled`,
)
export const ERITREAN = communityNames(
  `Selam Tigist Hiwot Mehret Rahel Semhar Bethlehem Meron Almaz Genet Helen Saba Luwam Feven Winta Yordanos Kidist Aster Zewdi`,
  `Yonas Dawit Tesfay Mehari Filmon Samuel Abel Daniel Berhane Tekle Kidane Hagos Mulugeta Solomon Girma Bereket Amanuel Natnael Yohannes
Haile Gebre Kibrom Robel`,
  `Tesfay Gebremariam Kidane Berhe Hagos Tekle Haile Mehari Woldemichael Ghebremedhin Habte Abraha Gebreselassie Teklehaimanot Bekele
Tadesse Alemu Desta Kebede Mengistu Negash`,
)
export const ZIMBABWEAN = communityNames(
  `Tendai Rudo Chipo Tsitsi Nyasha Rutendo Tariro Chiedza Vimbai Ruvimbo Fadzai Memory Precious Beauty Privilege Shamiso Yeukai Nomsa
Sibongile Thandiwe Nokuthula Sithembile Lindiwe`,
  `Tendai Tafadzwa Tapiwa Tatenda Farai Simba Takudzwa Kudakwashe Tinashe Munyaradzi Blessing Innocent Lovemore Givemore Brighton
Themba Sipho Nkosana Bongani Mandla Knowledge Shepherd`,
  `Moyo Ncube Sibanda Dube Ndlovu Mpofu Nyathi Chikwanha Mutasa Mukanya Chigumba Mhlanga Nkomo Gumbo Hove Makoni Marufu Mapfumo Matsika
Mudenda Muzenda Nhamo Shumba Tshuma Zvobgo Chirwa Banda Phiri Mwale`,
)
/** Words that West African families add before or after a given name in English. */
export const CHRISTIAN_GIVEN = byFrequency(
  `Grace Joy Mercy Faith Samuel Emmanuel David Daniel Joseph Victor Peter Paul Esther Ruth Mary Blessing Gift Favour Michael John`,
  8,
)
