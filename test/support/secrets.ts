import { appendFileSync } from 'node:fs';
import { inject } from 'vitest';

/** Remembers a secret that must not be found in any database after the whole suite. */
export function noteSecret(secret: string): void {
  appendFileSync(inject('secretsFile'), `${secret}\n`);
}
