import { communityNames } from './community-names.ts'
import { byFrequency } from './by-frequency.ts'

/** Names of communities from East Asia, the Middle East and Turkey, written from general knowledge. */
export const CHINESE = communityNames(
  `Li Mei Fang Xiu Ying Na Min Jing Yan Juan Xia Hong Yun Qian Ling Xin Yi Jia Wen Xue Lan Hui Ting Yu Ping Xiang Zhen Qing Rui Shu`,
  `Wei Jun Jie Ming Lei Qiang Bo Hao Tao Peng Gang Feng Jian Hai Long Xiang Zhi Yong Bin Kai Cheng Dong Guo Hua Jia Yang Yi Hong Wen
Xin`,
  `Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Han Feng Deng Cao Peng
Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Shen`,
  14,
  5,
)
export const CANTONESE = communityNames(
  `Wai Mei Yuk Siu Ka Wing Sau Lai Ching Kit Man Yee Lan Fong Ling Suet Hiu Tsz Pui Hoi Yan Ying Kwan Po`,
  `Wai Chi Kin Ka Wing Ho Chun Man Kwok Ming Siu Tak Yiu Hon Tsz Long Kai Lok Fung Shing Keung Wah Chung Hing`,
  `Chan Wong Leung Lee Cheung Lam Ng Ho Cheng Lau Chow Yeung Tsang Kwok Tang Yip Hui Tse Fung Chung Chu Lai Mak Poon Siu Yuen Man Tam
Pang Kwan So Au Tsui Tong Yu`,
  14,
  5,
)
/** The English name that people of Chinese families go by. */
export const ENGLISH_NAMES = {
  female: byFrequency(
    `Amy Jenny Grace Cindy Vivian Helen Tracy Joyce Fiona Winnie Angela Alice Karen Mandy Queenie Iris Cherry Kitty Coco`,
    8,
  ),
  male: byFrequency(
    `Kevin David Jason Tony Eric Jackie Andy Simon Kenny Raymond Alan Peter Danny Henry Ivan Victor Leo Terry Ricky`,
    8,
  ),
}
export const VIETNAMESE = communityNames(
  `Lan Huong Linh Trang Thao Mai Hoa Ngoc Phuong Thuy Hang Nga Yen Anh Hien Loan Nhung Quynh Tuyet Van`,
  `Minh Tuan Dung Hung Nam Hai Long Thanh Cuong Duc Quang Son Tien Hoang Khoa Phuc Trung Viet Binh Dat`,
  `Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Truong Luong Dao`,
  10,
  1,
)
export const FILIPINO = communityNames(
  `Maria Rosario Jennifer Michelle Mary_Grace Marites Rowena Maricel Analyn Cristina Josephine Lourdes Catherine Jocelyn Sheryl Liza
Rosalie Marilou Angelica Precious`,
  `Jose Juan Roberto Ramon Antonio Ricardo Eduardo Rolando Ferdinand Jerome Mark_Anthony Christian Joel Rodel Arnel Danilo Reynaldo
Noel Jayson Angelo`,
  `Santos Reyes Cruz Bautista Garcia Ocampo Mendoza Torres Castillo Flores Villanueva Ramos Aquino Dela_Cruz De_Guzman Del_Rosario
Pascual Salazar Mercado Manalo Macaraeg Dimaculangan Magbanua Panganiban Tolentino Soriano`,
)
export const ARAB = communityNames(
  `Fatima Aisha Maryam Zahra Noor Layla Huda Amal Rania Hanan Samira Nadia Salma Yasmin Dalia Rana Iman Suad Wafa Zeinab Sahar Lina Hala
Abeer Ghada`,
  `Mohammed Ahmed Ali Omar Khalid Youssef Hassan Hussein Mahmoud Ibrahim Abdullah Mustafa Karim Samir Tariq Hamza Bilal Walid Nabil Fadi
Ziad Ammar Faisal Saad Jamal Adel Majid Rami`,
  `al-Hassan al-Sayed al-Masri Haddad Khoury Nasser Saleh Mansour Hamdan Khalil Ibrahim Said Abdallah al-Rashid al-Najjar Shaheen Darwish
Sabbagh Qasim Awad Taha Aziz Jaber Farhat Hijazi Benali Bouzid Mansouri el-Amrani Boukhari Belkacem Khaled Othman al-Jabouri al-Tikriti
al-Dulaimi Barzani`,
)
export const AFGHAN_IRANIAN = communityNames(
  `Zahra Fatemeh Maryam Leila Nasrin Shirin Parisa Mina Farideh Soraya Azita Mahnaz Nilofar Shabnam Roya Golnaz Fereshteh Parwana Zarghuna
Palwasha`,
  `Ahmad Reza Ali Hossein Mehdi Amir Hamid Farhad Mohammad Javad Saeed Behrouz Cyrus Dariush Kourosh Najib Zalmai Gulbaz Wahid Hamidullah
Najibullah Rahmatullah Asadullah Sherzad`,
  `Ahmadi Mohammadi Hosseini Karimi Rezaei Moradi Jafari Rahimi Hashemi Sadeghi Noori Ahmadzai Stanikzai Safi Popal Wardak Zadran Momand
Tehrani Esfahani Shirazi Ebrahimi Amini Akbari Yousafzai Durrani`,
)
export const TURKISH = communityNames(
  `Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Sultan Hülya Özlem Gülay Songül Aylin Derya Esra Büşra Yasemin Nurcan Sevgi`,
  `Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Murat Osman Yusuf Ömer Emre Serkan Burak Cem Kemal Erdal Uğur Volkan Gökhan`,
  `Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat
Korkmaz Erdoğan Güneş Bulut Tekin`,
)
