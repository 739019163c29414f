/** Where a short-message service (SMSC) is, and who we are there. */
export interface SmscAccount {
  host: string;
  port: number;
  tls: boolean;
  systemId: string;
  /** Secret. */
  password: string;
}

const PORT = 2775;
const TLS_PORT = 3550;
/** SMPP 3.4 §5.2.1, §5.2.2: without the closing zero. */
const LONGEST_SYSTEM_ID = 15;
const LONGEST_PASSWORD = 8;

/**
 * Reads `smpp://USER@HOST:PORT` or `smpps://…` and the first line of the password file.
 * @throws RangeError saying what is wrong, without the password
 */
export function parseSmscAccount(url: string, passwordFile: string): SmscAccount {
  const parsed = URL.parse(url);
  const tls = parsed?.protocol === 'smpps:';
  if (!parsed || !(tls || parsed.protocol === 'smpp:'))
    throw new RangeError('not an address like smpp://USER@HOST:PORT');
  if (parsed.password) throw new RangeError('the password belongs into a file');
  const systemId = decodeURIComponent(parsed.username);
  if (!parsed.hostname || !systemId) throw new RangeError('an address needs a USER and a HOST');
  if (!isAscii(systemId, LONGEST_SYSTEM_ID)) throw new RangeError('a USER has at most 15 ASCII characters');
  const password = passwordFile.split(/\r?\n/)[0] ?? '';
  if (password === '' || !isAscii(password, LONGEST_PASSWORD))
    throw new RangeError('a password of SMPP has 1 to 8 ASCII characters');
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(parsed.port) || (tls ? TLS_PORT : PORT), tls, systemId, password };
}

function isAscii(text: string, most: number): boolean {
  return text.length <= most && /^[\x20-\x7e]*$/.test(text);
}
