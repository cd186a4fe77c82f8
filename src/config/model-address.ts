/** Hosts to which text may travel without encryption: this machine, private networks (RFC 1918, RFC 4193) and names without a dot. */
const NEAR_HOST =
  /^(?:127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[::1\]|\[f[cd][0-9a-f]{2}:[0-9a-f:.]*\]|[a-z][a-z0-9_-]*|[a-z0-9_.-]+\.(?:localhost|local|internal))$/;

/** Why an address cannot be that of an endpoint; undefined when it can. A URL has its host in lower case, numbers of IPv4 in full. */
export function problemOfAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return 'expected an address such as http://localhost:11434/v1';
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '')
    return 'expected no name and no password in the address: the key belongs in LLM_API_KEY';
  if (search !== '' || hash !== '') return 'expected an address without ? and #';
  if (protocol === 'https:') return undefined;
  if (protocol !== 'http:') return 'expected an address that begins with https:// or http://';
  return NEAR_HOST.test(hostname)
    ? undefined
    : 'expected https:// for an address outside of this machine and of private networks';
}
