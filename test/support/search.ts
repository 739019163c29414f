import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What is looked for, by the name that a failure shows in its place. */
type Secrets = Readonly<Record<string, string | RegExp>>;

/** Every file under a folder. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** The names of the secrets that a text, or the bytes of a file, hold; also in 16 bits a character and in base64. */
export function secretsIn(content: string | Buffer, secrets: Secrets): string[] {
  const bytes = Buffer.from(content);
  const text = bytes.toString('latin1');
  return Object.entries(secrets).flatMap(([name, secret]) => {
    const found =
      typeof secret === 'string' ? formsOf(secret).some((form) => bytes.includes(form)) : secret.test(text);
    return found ? [name] : [];
  });
}

/** «secret in path» for everything that is found in these files. */
export function searchFiles(paths: readonly string[], secrets: Secrets): string[] {
  return paths.flatMap((path) => secretsIn(readFileSync(path), secrets).map((name) => `${name} in ${path}`));
}

function formsOf(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  return [bytes, Buffer.from(secret, 'utf16le'), ...[0, 1, 2].map((offset) => base64At(bytes, offset))];
}

/** What of a base64 text does not depend on its surroundings, when the secret begins at this offset of a group of three bytes. */
function base64At(bytes: Buffer, offset: number): Buffer {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  return Buffer.from(text.slice(offset === 0 ? 0 : offset + 1, -1));
}
