/** Latin letters and what they stand for, the longest first: roughly as passports of Ukraine and Bulgaria have it. */
const LETTERS = `shch щ
zgh зг
ii ій
ia ія
iu ію
ya я
yu ю
ye є
yi ї
zh ж
kh х
ts ц
ch ч
sh ш
a а
b б
v в
h г
g ґ
d д
e е
z з
y и
i і
k к
l л
m м
n н
o о
p п
r р
s с
t т
u у
f ф
c ц
j й
x кс
w в
q к`
  .split('\n')
  .map((line) => line.split(' '))

/** A name in Cyrillic letters. */
export function inCyrillic(latin: string): string {
  return latin.replaceAll(/[a-z']+/gi, (word) => {
    let rest = word.toLowerCase()
    let written = ''
    while (rest !== '') {
      const [from = '', to = ''] = LETTERS.find(([letters = '']) => rest.startsWith(letters)) ?? [rest.charAt(0), '']
      written += to
      rest = rest.slice(from.length)
    }
    return written.charAt(0).toUpperCase() + written.slice(1)
  })
}
