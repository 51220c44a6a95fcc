import { communityNames } from './community-names.ts'
import { byFrequency } from './by-frequency.ts'

/** Names of communities from South Asia, written from general knowledge. */
export const PUNJABI_SIKH = communityNames(
  `Harpreet Manpreet Jaspreet Gurpreet Amandeep Kulwinder Baljit Sukhwinder Surinder Paramjit Rajinder Balwinder Satwinder
Kamaljit Navdeep Simran Jasleen Kiran Parminder Ravinder Gurdeep Manjit Daljit Harjit Sarbjit Inderjit Narinder Jagdeep
Sharanjit Rupinder Mandeep Gagandeep Jasbir Harleen Amrit Prabhjot Navjot Kuldip Mohinder Resham Tejinder Pavandeep Gurjit
Sukhdeep Arpreet`,
  `Gurpreet Harpreet Amandeep Jaspal Balwinder Sukhdev Jagtar Manjit Kulwant Harjinder Gurdeep Ranjit Avtar Baljit Surjit
Rajinder Paramjit Kuldeep Mandeep Navdeep Satnam Jasvinder Daljit Hardeep Lakhbir Mohan Nirmal Pritam Darshan Gurmukh Harbhajan
Jaswant Karamjit Major Nachhatar Onkar Resham Santokh Tarsem Tejinder Arjan Ajit Inderpal Jagjit Jasdeep Sukhjinder Varinder`,
  `Gill Sandhu Dhillon Sidhu Grewal Bains Dhaliwal Bajwa Johal Sohal Virk Randhawa Mann Cheema Deol Atwal Sahota Uppal Rai
Purewal Hayer Sangha Chahal Brar Aujla Bhogal Kalsi Panesar Matharu Sagoo Birdi Bansal Rehal Ubhi Dosanjh Lally Nijjar Toor
Basra Kang Khangura Mahal Heer Bhullar Dulai Gosal Pannu Samra Shergill Thind Tiwana Chana Ghuman Kooner`,
)
export const GUJARATI = communityNames(
  `Nisha Priya Hina Bhavna Jyoti Meena Kokila Hansa Kirti Sejal Rupal Heena Daksha Pushpa Ranjan Nilam Urvashi Vaishali Komal
Pooja Mital Jigna Kajal Rekha Sonal Trupti Varsha Falguni Krupa Ila Manjula Savita Sharda Usha Dipti`,
  `Jayesh Nilesh Hitesh Rakesh Kamlesh Mukesh Bhavesh Paresh Dinesh Mahesh Suresh Ramesh Ashok Jitendra Vijay Kirit Pravin
Bharat Nitin Sunil Anil Harish Chetan Ketan Mitesh Dipesh Hemant Jignesh Kalpesh Manoj Naresh Pankaj Rajesh Sanjay Vipul Yogesh
Arvind Dhiren Girish`,
  `Patel Shah Mistry Desai Parmar Solanki Chauhan Modi Joshi Mehta Lad Tailor Amin Bhatt Vyas Pandya Trivedi Gohil Rathod Gandhi
Parekh Thakkar Sheth Dave Jani Raval Panchal Chavda Makwana Vaghela Kapadia Lakhani Popat Raja Kotecha Madhvani Ruparelia`,
  10,
  3,
)
export const HINDU = communityNames(
  `Priya Anjali Neha Pooja Sunita Anita Kavita Ritu Shweta Deepa Meera Lakshmi Divya Sneha Swati Radha Geeta Asha Sangeeta
Nandini Aparna Shilpa Preeti Rashmi Archana Vidya Sushma Kalpana Mamta Seema Pallavi Shreya Ananya Aditi`,
  `Rahul Amit Rajesh Sanjay Vijay Anil Sunil Ravi Ajay Arun Vikram Suresh Manoj Deepak Sandeep Ashish Nitin Rohit Prakash Ashok
Vivek Gaurav Abhishek Alok Rakesh Pradeep Karthik Arjun Aditya Siddharth Varun Nikhil Mohan Naveen`,
  `Sharma Kumar Gupta Verma Singh Agarwal Mishra Pandey Jain Reddy Rao Nair Menon Iyer Banerjee Mukherjee Chatterjee Das Ghosh
Sen Bose Dutta Roy Kapoor Malhotra Khanna Chopra Arora Sethi Bhatia Mehra Saxena Srivastava Tiwari Yadav Chaudhary Thakur Joshi
Kulkarni Deshpande Patil Naidu Pillai Varma Chakraborty Bhattacharya Sinha Prasad Tandon Grover`,
)
export const TAMIL = communityNames(
  `Priya Kavitha Vani Sumathi Thilagam Rajeswari Selvi Malathi Nirmala Shanthi Vasantha Meenakshi Kamala Dharshini Abirami
Sivasothy Thushara Nithya Gayathri Mythili Anushka Jeyanthi`,
  `Suresh Ramesh Siva Kumaran Senthil Murugan Rajan Karthik Prabhakaran Nirmalan Jeyakumar Vasanthan Arulanandam Balakrishnan
Ganeshan Kandiah Mahendran Nadarajah Pathmanathan Ravindran Sivakumar Thavarajah Yogeswaran`,
  `Sivakumar Nadarajah Rajaratnam Kanagasabai Selvarajah Sivalingam Thambirajah Balasubramaniam Ganeshalingam Jeyarajah
Kulasingam Mahalingam Nagalingam Pathmanathan Ramanathan Sellathurai Thiruchelvam Vigneswaran Subramaniam Krishnan Perera Silva
Fernando Jayasuriya Wickramasinghe Gunawardena`,
)
export const PAKISTANI = communityNames(
  `Fatima Ayesha Zainab Maryam Nasreen Shazia Saima Rukhsana Shabana Nazia Farzana Samina Robina Parveen Tahira Bushra Sadia
Sana Iqra Aisha Amina Khadija Nadia Rabia Rehana Shaheen Yasmin Zahida Razia Nasim Kausar Shamim Naheed Mehwish Hafsa Maria Sidra
Uzma Noreen Asma Sumaira Tanzeela Alishba Zara Zakia Shaista Shugufta Rashida`,
  `Ali Ahmed Imran Asif Tariq Khalid Nadeem Shahid Usman Bilal Hamza Omar Zahid Rashid Nasir Javed Arshad Sajid Waqas Adnan Faisal
Kamran Naveed Shabir Tahir Yasir Amir Zeeshan Haroon Ibrahim Ismail Junaid Mahmood Nawaz Parvez Qasim Riaz Sarfraz Talib Umar Waseem
Yousaf Zafar Aftab Basharat Ghulam Haider Iftikhar Liaqat Mazhar Raja Sohail Zubair Hassan Hussain Rehan Shakeel`,
  `Khan Hussain Ahmed Mahmood Akhtar Malik Ali Iqbal Shah Mirza Butt Chaudhry Raja Sheikh Qureshi Hussain Bashir Rashid Aslam
Rafiq Sadiq Yaqub Zaman Abbasi Anwar Arif Aziz Baig Bhatti Dar Farooq Ghani Hanif Haq Javed Kayani Latif Mughal Nawaz Nazir Qadir
Rehman Saeed Saleem Shafi Siddiqui Tufail Yousaf Younis Zahoor Gul Nazam Rauf Suleman Azam Jamil`,
  14,
  4,
)
/** What women are called after the given name where it is no family name. */
export const PAKISTANI_WOMEN = byFrequency('Bibi Begum Akhtar Kausar Parveen Bi Jan Sultana Kauser Khatoon', 1)
export const BANGLADESHI = communityNames(
  `Fatema Shahana Rahima Nasima Salma Rokeya Taslima Nazma Shirin Ruksana Sultana Jahanara Momtaz Halima Amina Rehena Jasmin
Farhana Tahmina Nargis Sadia Sumaiya Tasnim Mst Rubina Lutfa Shamima Hasina Ayesha Khadiza`,
  `Abdul Mohammed Shah Abul Kamal Jamal Faruk Rafiqul Nazrul Aminul Shahidul Mizanur Habibur Ataur Mahbubur Anwar Belal Harun
Iqbal Jahangir Khairul Liton Monir Nurul Shafiqul Sirajul Tofayel Zakir Ripon Sumon Masud Rezaul Tariqul`,
  `Miah Ahmed Ali Uddin Islam Rahman Hussain Khan Hoque Chowdhury Alam Choudhury Hossain Haque Sarkar Talukdar Kabir Mannan
Khatun Ullah Malik Karim Bari Shikder Mondal Bhuiyan Sheikh Mollah`,
  12,
  3,
)
export const BANGLADESHI_WOMEN = byFrequency('Begum Khatun Bibi Akter Khanom Sultana Nessa', 1)
export const NEPALI = communityNames(
  `Sita Gita Maya Sunita Laxmi Kamala Bishnu Devi Sarita Anju Rita Mina Sabina Puja Asmita Bimala Chandra Durga Ganga Indra Kopila
Manju Nirmala Purnima`,
  `Ram Krishna Hari Bishnu Prakash Dil Man Tek Dhan Bal Lal Kul Padam Purna Rajesh Suman Bikash Dipak Gopal Khem Narayan Prem Santosh
Ganesh Chandra`,
  `Gurung Rai Thapa Magar Limbu Tamang Pun Shrestha Ghale Rana Chhetri Karki Adhikari Gharti Sherchan Khadka Basnet Bhandari Poudel
Sunuwar KC Subedi`,
  10,
  2,
)
