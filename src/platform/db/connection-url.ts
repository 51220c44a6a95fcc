/**
 * The same server, seen as another role or in another database. By hand, because the URL of a server on a socket has no
 * host, which the URL class refuses.
 *
 * @throws {TypeError} when it is no PostgreSQL URL; the message leaves it out, since it may hold a password.
 */
export const replaceInUrl = (url: string, changes: { readonly role?: string; readonly database?: string }): string => {
  const parts = /^(postgres(?:ql)?:\/\/)(?:([^@/?]*)@)?([^/?]*)(?:\/([^?]*))?(\?.*)?$/.exec(url)
  if (parts === null) throw new TypeError('Not a PostgreSQL URL (postgresql://role@host:port/database)')
  const [, scheme = '', user = '', host = '', database = '', query = ''] = parts
  const newUser = changes.role === undefined ? user : encodeURIComponent(changes.role)
  const newDatabase = changes.database === undefined ? database : encodeURIComponent(changes.database)
  return `${scheme}${newUser === '' ? '' : `${newUser}@`}${host}/${newDatabase}${query}`
}

/** The role in a PostgreSQL URL; undefined when it names none. */
export const findRoleInUrl = (url: string): string | undefined => {
  const role = /^postgres(?:ql)?:\/\/([^@/?:]+)(?::[^@/?]*)?@/.exec(url)?.[1]
  return role === undefined ? undefined : decodeURIComponent(role)
}
