import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Wanted {
  /** As OpenSSL writes them: `IP:127.0.0.1`, `DNS:lisa.example`. */
  names: string;
  /** Days from now; negative ones are past. */
  from?: number;
  until?: number;
}

interface Made {
  cert: string;
  key: string;
}

/** An authority of its own, made by OpenSSL, whose certificate is in `file`. */
export interface Authority {
  file: string;
  issue(wanted: Wanted): Made;
  /** One that nobody has issued. */
  selfSigned(names: string): Made;
  remove(): void;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const CONFIG = `[ca]
default_ca = here
[here]
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
`;

export function makeAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'lisa-authority-'));
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  write('ca.cnf', CONFIG);
  write('index', '');
  write('serial', '01\n');
  const subject = ['-subj', '/CN=Private authority', '-days', '365'];
  openssl('req', '-x509', ...KEY, ...subject, '-keyout', 'ca.key', '-out', 'ca.pem');
  return {
    file: join(folder, 'ca.pem'),
    issue({ names, from = -1, until = 90 }) {
      write('names', `subjectAltName=${names}\n`);
      openssl('req', ...KEY, '-subj', '/CN=lisa', '-keyout', 'key.pem', '-out', 'request.pem');
      const signer = ['-batch', '-notext', '-config', 'ca.cnf', '-cert', 'ca.pem', '-keyfile', 'ca.key'];
      const days = ['-startdate', dayFromNow(from), '-enddate', dayFromNow(until)];
      const files = ['-extfile', 'names', '-in', 'request.pem', '-out', 'cert.pem'];
      openssl('ca', ...signer, ...days, ...files);
      return { cert: read('cert.pem'), key: read('key.pem') };
    },
    selfSigned(names) {
      const itself = ['-subj', '/CN=lisa', '-days', '30', '-addext', `subjectAltName=${names}`];
      openssl('req', '-x509', ...KEY, ...itself, '-keyout', 'key.pem', '-out', 'cert.pem');
      return { cert: read('cert.pem'), key: read('key.pem') };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** `20261122120000Z`, as OpenSSL reads it. */
function dayFromNow(days: number): string {
  const at = new Date(Date.now() + days * DAY_MS).toISOString();
  return `${at.replace(/[-:T]/g, '').slice(0, 14)}Z`;
}

/** A server on loopback that shows this certificate, and is as well as a cabinet says it is; ends with the test. */
export async function serveTls(made: Made): Promise<number> {
  const server = createServer(made, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
