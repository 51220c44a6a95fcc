import { byFrequency } from './by-frequency.ts'

/** Given names of one sex by the time of birth, the commonest first. Written from general knowledge; the order is rough. */
const FEMALE = {
  1945: `Margaret Mary Joan Doreen Jean Dorothy Sheila Barbara Joyce Patricia Eileen Kathleen Brenda Beryl Audrey Irene
Shirley Maureen Betty Iris Rita Vera Pamela June Sylvia Edna Marjorie Hilda Elsie Muriel Phyllis Gladys Winifred Ethel Olive
Ivy Freda Marion Peggy Nora Thelma Elizabeth Evelyn Edith Florence Daphne Stella Hazel Josephine Rosemary Monica Constance
Norma Gwendoline Mavis Avis Enid Valerie Dilys Bernadette`,
  1965: `Susan Linda Christine Margaret Carol Jacqueline Patricia Jean Ann Janet Pauline Sandra Elizabeth Barbara Gillian
Mary Maureen Valerie Jennifer Sheila Pamela Jane Julie Lesley Kathleen Lynn Diane Judith Hilary Brenda Marilyn Wendy Hazel
Rosemary Catherine Deborah Geraldine Marion Eileen Theresa Anne Heather Frances Anita Sally Yvonne Penelope Dawn Denise
Veronica Josephine Kay Shirley Angela Cheryl Glenys Vivien Bridget Lorraine Sylvia`,
  1980: `Sarah Karen Nicola Joanne Julie Deborah Tracey Susan Alison Helen Amanda Sharon Jacqueline Claire Lisa Michelle
Samantha Angela Jane Dawn Louise Donna Rachel Wendy Paula Caroline Maria Catherine Emma Tina Lorraine Andrea Debra Kerry
Rebecca Jennifer Fiona Heather Melanie Tara Anna Beverley Mandy Lesley Elaine Natalie Sally Sonia Suzanne Tania Ruth Vanessa
Anne-Marie Georgina Natasha Clare Lindsey Victoria Marie Penny Cheryl Zoe`,
  1995: `Sarah Laura Gemma Emma Rebecca Claire Victoria Samantha Rachel Amy Jennifer Nicola Katie Lisa Kelly Natalie Louise
Michelle Hayley Hannah Helen Charlotte Joanne Lucy Elizabeth Leanne Danielle Donna Katherine Clare Stephanie Stacey Lauren
Jessica Kerry Emily Anna Jodie Kirsty Sophie Jenna Cheryl Melissa Kimberley Abigail Lyndsey Zoe Carly Alexandra Naomi Holly
Catherine Georgina Natasha Kate Vicky Rosie Heidi Tamsin Faye Bethany Chantelle Jade`,
  2010: `Chloe Emily Jessica Sophie Megan Charlotte Lauren Hannah Olivia Lucy Ellie Amy Georgia Katie Emma Holly Bethany
Abigail Molly Grace Rebecca Mia Jade Leah Eleanor Courtney Shannon Caitlin Alice Natasha Daisy Ella Paige Amelia Rachel
Jasmine Danielle Millie Elizabeth Phoebe Lily Samantha Erin Freya Niamh Zoe Isabella Poppy Libby Imogen Isabel Alexandra
Victoria Jodie Harriet Georgina Madison Rosie Gabrielle Skye Kayleigh Evie Tia`,
  2030: `Olivia Amelia Isla Ava Mia Lily Emily Ella Poppy Isabella Sophie Evie Grace Jessica Sophia Freya Florence Daisy
Alice Ivy Willow Phoebe Evelyn Rosie Charlotte Sienna Matilda Ruby Scarlett Harper Millie Elsie Aria Luna Esme Maya Ada Erin
Eva Harriet Imogen Thea Eliza Penelope Bonnie Maisie Robyn Lottie Orla Iris Arabella Violet Nancy Hallie Maeve Aurora Lola
Darcie Beatrice Margot Heidi Eleanor`,
} as const

const MALE = {
  1945: `John William George James Ronald Robert Kenneth Frederick Thomas Albert Eric Arthur Dennis Raymond Peter Leslie
Harold Charles Stanley Norman Joseph Edward Frank Ernest Derek Walter Donald Alfred Gordon Douglas Sidney Leonard Reginald
Cyril Bernard Herbert Roy Jack Henry David Brian Alan Geoffrey Victor Harry Cecil Maurice Michael Richard Percy Samuel
Clifford Horace Gerald Terence Philip Wilfred Ralph Hubert Basil`,
  1965: `David John Peter Michael Alan Robert Stephen Paul Brian Graham Philip Anthony Colin Christopher Geoffrey William
James Keith Terence Barry Malcolm Richard Ian Derek Roger Raymond Kenneth Andrew Trevor Martin Kevin Leslie Nigel Roy Charles
George Thomas Dennis Neil Clive Gordon Eric Ronald Edward Mark Patrick Timothy Stuart Donald Douglas Howard Norman Victor
Simon Francis Maurice Gerald Rodney Glyn Lawrence`,
  1980: `Paul David Andrew Stephen Mark Michael Ian Gary Robert Richard Peter John Anthony Christopher Darren Kevin Martin
Simon Philip Graham Colin Adrian Nigel Alan Neil Shaun Jonathan Nicholas Stuart Timothy Wayne Brian James Carl Jason Lee
William Dean Barry Matthew Steven Craig Duncan Keith Russell Gavin Trevor Thomas Daniel Jeremy Clive Dominic Justin Glenn
Patrick Raymond Edward Warren Damian Roger Scott Julian`,
  1995: `Christopher James David Daniel Michael Matthew Andrew Richard Paul Mark Thomas Adam Robert John Lee Benjamin
Steven Jonathan Craig Stephen Simon Nicholas Peter Anthony Alexander Gary Ian Ryan Darren Barry Philip Gareth Neil Martin
Stuart Dean Kevin William Edward Carl Scott Luke Jamie Samuel Joseph Kieran Shane Ashley Liam Joshua Karl Graham Kenneth
Marcus Aaron Nathan Russell Oliver Gavin Ross Damien Wayne Charles`,
  2010: `Jack Daniel Thomas James Joshua Matthew Ryan Joseph Samuel Jordan Luke Connor Benjamin Adam Liam Alexander Callum
William Jake Lewis Harry Kieran Nathan Michael Oliver George Cameron Charlie Aaron Bradley Ben Jamie Kyle Edward Robert Max
Reece Dylan Owen Charles Christopher Louis Mason Brandon Elliot Harvey Henry Rhys Declan Ethan Sean Toby Dominic Isaac
Zachary Morgan Ashley Jay Leon Alfie Scott Tyler`,
  2030: `Oliver George Noah Arthur Harry Leo Jack Charlie Oscar Jacob Henry Thomas Freddie Alfie Theo William Theodore
Archie Joshua Alexander James Isaac Edward Lucas Tommy Finley Max Logan Ethan Teddy Benjamin Arlo Joseph Sebastian Harrison
Elijah Adam Daniel Samuel Louie Mason Reuben Albie Rory Jaxon Hugo Luca Zachary Reggie Hunter Louis Dylan Albert Jude Frankie
Toby Roman Stanley Ezra Felix Jesse Ellis`,
} as const

const eras = (lists: Readonly<Record<number, string>>) =>
  Object.entries(lists).map(([before, words]) => ({ before: Number(before), draw: byFrequency(words, 6) }))

export const BRITISH_GIVEN = { female: eras(FEMALE), male: eras(MALE) }

/** Second names that families hand down, whatever the year. */
export const BRITISH_MIDDLE = {
  female: byFrequency(
    `Louise Anne Marie Jane Elizabeth Rose Mary Grace May Ann Margaret Kate Lynn Ruth Catherine Claire Victoria Jean Helen
Frances Ellen Joy Dawn Nicole Eve Faith Hope Charlotte Susan Patricia Alice Florence Dorothy Joan Kathleen Emily Beth Mae
Sarah Isabel`,
    8,
  ),
  male: byFrequency(
    `James John William David Thomas Robert Edward Michael George Paul Peter Richard Andrew Alexander Joseph Charles Henry
Anthony Lee Patrick Alan Daniel Frederick Mark Christopher Arthur Samuel Stephen Philip Francis Matthew Albert Leonard Ian
Kenneth Raymond Dean Stuart Martin Harry`,
    8,
  ),
}
