import type { Clock } from '../../shared/clock.ts';
import { SECOND_MS } from '../../shared/period.ts';
import { beginningOfStep, codeOfStep, readSecret, stepAt, writeSecret } from '../domain/staff/totp.ts';
import type { SandboxAuthenticators } from '../http/route.ts';
import { findMember } from '../storage/staff/reader.ts';
import type { Store } from '../storage/store.ts';
import { seededSecret, staffMembers } from './data/staff.ts';
import { readJson, sandboxFiles, writeJson } from './files.ts';

/**
 * The authenticator applications of a sandbox's staff: things of their own, outside of the cabinet, by its calendar. They
 * know which codes the cabinet has seen, and show the first one that it has not: a script may log in again at once.
 */
export async function openAuthenticators(options: {
  dataDir: string;
  store: Store;
  clock: Clock;
}): Promise<SandboxAuthenticators> {
  const { dataDir, store, clock } = options;
  const { authenticators: path } = sandboxFiles(dataDir);
  const seeded = staffMembers.map(({ login }) => [login, writeSecret(seededSecret(login))] as const);
  const scanned = (await readJson<Record<string, string>>(path)) ?? {};
  const secrets = new Map([...seeded, ...Object.entries(scanned)]);
  return {
    async scan(login, secret) {
      const written = writeSecret(secret);
      if (secrets.get(login) === written) return;
      secrets.set(login, written);
      scanned[login] = written;
      await writeJson(path, scanned);
    },
    async show(login) {
      const secret = secrets.get(login);
      if (secret === undefined) return null;
      const member = await store.read((db) => findMember(db, login));
      const now = clock.now();
      const current = stepAt(now);
      const unused = (member?.totp_step ?? 0n) + 1n;
      const step = unused > current ? unused : current;
      const from = Math.max(now.getTime(), beginningOfStep(step - 1n).getTime());
      const until = beginningOfStep(step + 2n).getTime();
      return {
        code: codeOfStep(readSecret(secret), step),
        usableInSeconds: Math.ceil((from - now.getTime()) / SECOND_MS),
        usableForSeconds: Math.floor((until - from) / SECOND_MS),
      };
    },
  };
}
