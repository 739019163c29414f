import type { Settings } from '../../settings.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { findIdentityDocument } from '../../storage/issues/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { readPasswordState, readSessionTimes } from '../../storage/subscribers/reader.ts';
import { readTariff } from '../../storage/tariffs/reader.ts';
import { lineState } from '../lines/rules.ts';
import { NOBODY } from '../secrets/argon2.ts';
import { sessionState } from '../sessions/rules.ts';

/** A subscriber as an office needs to know them: nothing that proves who they are, and nothing that lets anybody in. */
export async function getSubscriber(db: Reader, accountId: bigint, now: Date, settings: Settings) {
  const line = await readLine(db, accountId);
  const sessions = await readSessionTimes(db, accountId);
  const used = sessions.map(({ last_used_at }) => last_used_at.getTime());
  return {
    account: await readAccount(db, accountId),
    line,
    state: lineState(line, now),
    tariff: await readTariff(db, line.tariff_id),
    document: await findIdentityDocument(db, accountId),
    password: passwordOf(await readPasswordState(db, accountId), now),
    openSessions: sessions.filter((session) => sessionState(session, now, settings) === 'live').length,
    lastActionAt: used.length === 0 ? null : new Date(Math.max(...used)),
  };
}

/** What a login is possible with. */
function passwordOf(row: Awaited<ReturnType<typeof readPasswordState>>, now: Date) {
  const permanent = row.password_hash !== NOBODY;
  const waits = row.expires_at !== null && row.used_at === null && row.expires_at > now;
  const state = permanent ? 'permanent' : waits ? 'one_time' : 'none';
  return {
    state,
    changedAt: permanent ? row.changed_at : null,
    oneTimeExpiresAt: waits ? row.expires_at : null,
  } as const;
}
