/**
 * The exact origin of a cabinet: scheme, host, port. Null when the text is not a bare https or http address: a path, a
 * query or credentials in it are refused rather than ignored.
 */
export function parseOrigin(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return bare && url.pathname === '/' ? url.origin : null;
}

/** This machine itself: the only place that plain http may go to, and the only one that no proxy is asked for. */
export function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
