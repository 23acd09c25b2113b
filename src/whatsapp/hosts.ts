/** Never ours to send a token to unless the settings name it: this machine itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether the access token may go to this address. `hosts` holds exact names
 * (`lookaside.fbsbx.com`), suffixes (`.fbsbx.com`), and for tests loopback servers with or without a
 * port (`127.0.0.1:4010`). Elsewhere only https on its own port, without user info: a name that was
 * made to point at a private address cannot show Meta's certificate.
 */
export const isTrusted = (address: string, hosts: readonly string[]): boolean => {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  if (LOOPBACK.has(url.hostname)) return isNamedLoopback(url, hosts)
  return url.protocol === 'https:' && url.port === '' && hosts.some((host) => matches(url, host))
}

const isNamedLoopback = (url: URL, hosts: readonly string[]): boolean =>
  (url.protocol === 'http:' || url.protocol === 'https:') &&
  hosts.some((host) => host === url.host || host === url.hostname)

/** A suffix begins with a dot, so `evilfbsbx.com` never ends like `.fbsbx.com`. */
const matches = (url: URL, host: string): boolean =>
  host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host
