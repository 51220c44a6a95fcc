/** The address at which the force's own records system opens a number, from its template. */
export function addressAt(template: string, number: string): string {
  return template.replaceAll('{number}', encodeURIComponent(number))
}
