import { communityNames } from './community-names.ts'

/** Names of communities from the rest of Europe, written from general knowledge with the accents that they have at home. */
export const POLISH = communityNames(
  `Anna Maria Katarzyna Małgorzata Agnieszka Barbara Ewa Krystyna Magdalena Elżbieta Joanna Aleksandra Zofia Monika Teresa
Danuta Natalia Karolina Marta Julia Beata Dorota Alicja Janina Jadwiga Halina Irena Grażyna Paulina Justyna Zuzanna Wiktoria
Sylwia Iwona Maja Hanna Kamila Weronika Patrycja Urszula Izabela Oliwia Aneta Edyta Ewelina Dominika Renata Martyna Klaudia
Gabriela Kinga Lena Amelia`,
  `Piotr Krzysztof Andrzej Tomasz Paweł Jan Michał Marcin Jakub Adam Marek Łukasz Grzegorz Mateusz Wojciech Mariusz Dariusz
Zbigniew Jerzy Maciej Rafał Robert Kamil Jacek Dawid Ryszard Szymon Kacper Bartosz Jarosław Janusz Sławomir Artur Damian
Przemysław Mirosław Sebastian Daniel Tadeusz Patryk Roman Henryk Filip Karol Adrian Sylwester Leszek Arkadiusz Konrad Hubert
Antoni Franciszek`,
  `Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski
Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński
Wróbel Nowakowski Majewski Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Walczak Sikora
Baran Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Duda Zalewski Wróblewski Jasiński Marciniak Sadowski Bąk
Zawadzki Jakubowski Wilk Krajewski Włodarczyk Chmielewski Borkowski Sokołowski Szczepański Sawicki Kucharski Lis Kubiak
Kalinowski Mazurek Wysocki Maciejewski Czarnecki Urban Kołodziej Kaźmierczak Sobczak Konieczny Głowacki Zakrzewski Krupa
Wasilewski Krajewski Adamski Sikorski Laskowski Gajewski Mróz Brzeziński Szulc Makowski Cieślak Gołębiowski Przybylski`,
)
export const ROMANIAN = communityNames(
  `Maria Elena Ana Ioana Mihaela Andreea Cristina Daniela Alexandra Alina Gabriela Simona Georgiana Florentina Adriana Laura
Roxana Raluca Diana Bianca Nicoleta Monica Oana Carmen Anca Larisa Mădălina Ștefania Denisa Irina Loredana Camelia Corina
Lavinia Mariana Rodica Viorica Doina Floarea Luminița`,
  `Andrei Alexandru Ionuț Mihai Cristian Florin Gheorghe Ion Vasile Constantin Marian Adrian Daniel Bogdan Ștefan Gabriel
Nicolae Marius Cosmin Cătălin Dumitru Răzvan Ciprian Vlad Sorin Valentin Lucian Ovidiu Dragoș Silviu Claudiu Robert Costel
Petru Iulian Radu Viorel Liviu Mircea Traian Octavian Laurențiu`,
  `Popa Popescu Ionescu Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Ionița Rusu Constantin Marin Florea Dinu Mihai
Munteanu Barbu Nistor Moldovan Lazăr Toma Dobre Tudor Stanciu Diaconu Lungu Neagu Sandu Dragomir Voicu Ungureanu Georgescu
Vasile Anghel Manole Nicolae Enache Cojocaru Șerban Bălan Olteanu Tănase Filip Preda Grigore Crăciun Pavel Petrescu Albu
Mocanu Oprea Dănilă Iancu Ene Vlad Avram Zamfir Iordache`,
)
export const PORTUGUESE = communityNames(
  `Maria Ana Joana Catarina Inês Mariana Beatriz Sofia Carolina Rita Marta Teresa Sara Cláudia Patrícia Sandra Paula Helena
Isabel Fernanda Lúcia Margarida Daniela Filipa Susana Leonor Matilde Mónica Graça Conceição Rosa Vera`,
  `João José António Francisco Manuel Pedro Luís Miguel Tiago Carlos Paulo Ricardo Rui Nuno Diogo André Bruno Hugo Fernando
Jorge Gonçalo Rodrigo Marco Filipe Hélder Sérgio Vítor Duarte Afonso Joaquim Nelson Fábio`,
  `Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques Alves
Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Raposo Neves Coelho
Cruz Cunha Pires Ramos Reis Simões Antunes Matos Fonseca Machado Araújo Barbosa Tavares Lourenço Castro Figueiredo Azevedo`,
)
export const BRAZILIAN = communityNames(
  `Ana Maria Juliana Fernanda Camila Bruna Amanda Larissa Letícia Gabriela Vanessa Jéssica Patrícia Aline Luana Thaís Renata
Priscila Tatiane Carla Débora Bianca Raquel Natália Isabela Rafaela Simone Adriana`,
  `Lucas Gabriel Rafael Felipe Bruno Rodrigo Thiago Gustavo Leonardo Marcelo Eduardo Diego Vinícius Anderson Leandro Fábio
Wellington Alex Matheus Guilherme Henrique Renato Caio Danilo Jefferson Márcio Cleiton Everton`,
  `Silva Santos Oliveira Souza Lima Pereira Ferreira Costa Rodrigues Almeida Nascimento Alves Carvalho Araújo Ribeiro Barbosa
Rocha Dias Moreira Nunes Mendes Cavalcanti Batista Freitas Cardoso Teixeira Moraes Campos Borges Vieira`,
)
export const SPANISH = communityNames(
  `María Carmen Ana Isabel Laura Cristina Marta Lucía Elena Paula Sara Raquel Patricia Pilar Teresa Rosa Silvia Beatriz
Andrea Alba Irene Nuria Rocío Mónica Sonia Inés Alejandra Valentina Daniela`,
  `Antonio José Manuel Francisco David Juan Javier Daniel Carlos Jesús Alejandro Miguel Rafael Pablo Pedro Ángel Sergio
Fernando Jorge Luis Alberto Álvaro Adrián Diego Raúl Iván Rubén Óscar Andrés Enrique`,
  `García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz
Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega
Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto`,
)
export const ITALIAN = communityNames(
  `Maria Anna Giuseppina Rosa Giulia Francesca Chiara Sara Laura Valentina Alessandra Silvia Elena Federica Paola Martina
Elisa Roberta Simona Giovanna Angela Caterina Lucia Teresa Carmela Antonella Ilaria`,
  `Giuseppe Giovanni Antonio Mario Luigi Francesco Angelo Vincenzo Pietro Salvatore Andrea Marco Alessandro Matteo Lorenzo
Davide Luca Stefano Roberto Paolo Simone Federico Domenico Carmine Michele Fabio Emanuele`,
  `Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano
Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli
Vitale Lombardo Serra Coppola De_Santis D'Angelo Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco Marini Grasso`,
)
export const BULGARIAN = communityNames(
  `Maria Ivanka Elena Yordanka Penka Mariya Rositsa Daniela Petya Desislava Gergana Silviya Milena Tsvetelina Nadezhda
Ralitsa Galina Snezhana Viktoriya Teodora Kristina Svetlana Vanya Stefka Iskra Zornitsa`,
  `Georgi Ivan Dimitar Nikolay Petar Hristo Yordan Aleksandar Stefan Vasil Todor Stoyan Atanas Angel Krasimir Plamen Ivaylo
Martin Kiril Lyubomir Boris Emil Rumen Valentin Asen Svetoslav Zhivko Mihail`,
  `Ivanov Georgiev Dimitrov Petrov Nikolov Hristov Stoyanov Todorov Iliev Angelov Vasilev Atanasov Yordanov Marinov Kolev
Stefanov Kostov Mihaylov Popov Simeonov Pavlov Asenov Radev Tsvetkov Zhelev Mitev Yankov Mladenov Tonev Kirilov`,
)
export const UKRAINIAN = communityNames(
  `Oksana Natalia Olena Iryna Svitlana Tetiana Halyna Nadiia Yuliia Olha Mariia Viktoriia Kateryna Anastasiia Liudmyla Daria
Larysa Anna Sofiia Yana Alina Khrystyna Vira Liubov Myroslava`,
  `Oleksandr Serhii Volodymyr Andrii Mykola Ivan Vasyl Viktor Yurii Dmytro Oleh Ihor Petro Mykhailo Roman Bohdan Taras Vitalii
Maksym Yevhen Ruslan Artem Denys Yaroslav Stepan Pavlo`,
  `Melnyk Shevchenko Boiko Kovalenko Bondarenko Tkachenko Kovalchuk Kravchenko Oliinyk Shevchuk Koval Polishchuk Bondar
Tkachuk Moroz Marchenko Lysenko Rudenko Savchenko Petrenko Kravchuk Klymenko Ponomarenko Savchuk Vasylenko Honcharenko Khomenko
Zinchenko Hrytsenko Levchenko Mazur Kostenko Romaniuk Yakovenko`,
)
export const LITHUANIAN = communityNames(
  `Irena Ona Daiva Rasa Jurgita Inga Asta Vilma Rūta Lina Kristina Edita Vaida Aušra Eglė Jolanta Gintarė Laima Živilė Indrė
Viktorija Agnė Simona Greta Monika`,
  `Jonas Vytautas Antanas Tomas Andrius Darius Mindaugas Arūnas Saulius Marius Gintaras Giedrius Kęstutis Rolandas Algirdas
Paulius Žydrūnas Evaldas Nerijus Artūras Donatas Vaidas Lukas Rokas`,
  `Kazlauskas Jankauskas Petrauskas Stankevičius Vasiliauskas Žukauskas Butkus Paulauskas Urbonas Kavaliauskas Navickas
Ramanauskas Savickas Baranauskas Rimkus Balčiūnas Mickevičius Pocius Adomaitis Budrys Norkus Sabaliauskas Černiauskas Gudaitis`,
)
export const GERMAN_FRENCH = communityNames(
  `Sabine Anja Katrin Claudia Julia Nathalie Isabelle Céline Sophie Camille Marie Aurélie Hélène Petra Ingrid Heike Birgit
Mathilde Élodie Charlotte Johanna Lena Astrid Margaux`,
  `Thomas Stefan Andreas Michael Matthias Jürgen Wolfgang Klaus Pierre Jean-Pierre Philippe Laurent Nicolas Julien François
Sébastien Günther Florian Jean-Luc Étienne Benoît Lukas Bernd`,
  `Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann
Schwarz Zimmermann Martin Bernard Dubois Durand Moreau Laurent Lefebvre Michel Leroy Roux Fournier Girard Bonnet Dupont
Lambert Fontaine Rousseau Vincent Lefèvre Mercier Boyer`,
)
