import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hashToken } from '../../../src/cabinet/domain/sessions/token.ts';
import { lockAccount } from '../../../src/cabinet/storage/account/lock.ts';
import { endSession, endSessions } from '../../../src/cabinet/storage/sessions/writer.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { openStore } from '../../support/engines.ts';
import { ask, logIn } from '../../support/http.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber } from '../../support/subscribers.ts';

let store: Store;
let cabinet: RunningCabinet;
beforeAll(async () => {
  store = await openStore('postgresql');
  cabinet = await startCabinet(store);
});
afterAll(async () => {
  await cabinet.stop();
  await store.close();
});

it.each(['a password change', 'a logout'])(
  'a mutation that waits while %s ends its session changes nothing',
  async (by) => {
    const ann = await addSubscriber(store);
    const token = await logIn(cabinet, ann);
    const key = 'waits-for-its-turn';
    const block = () =>
      ask(cabinet, '/v1/sim/block', { method: 'POST', token, body: { reason: 'lost' }, key });
    const { waiting } = await store.transact(async (tx) => {
      await lockAccount(tx, ann.accountId);
      const waiting = block();
      while (!(await somebodyWaits())) await new Promise((again) => setTimeout(again, 5));
      const now = cabinet.clock.now();
      if (by === 'a logout') await endSession(tx, hashToken(token), now);
      else await endSessions(tx, { accountId: ann.accountId, except: hashToken('another'), now });
      return { waiting };
    });
    expect((await waiting).body).toMatchObject({ code: 'session_revoked', status: 401 });
    const again = await logIn(cabinet, ann);
    expect((await ask(cabinet, '/v1/sim', { token: again })).body.state).toBe('active');
  },
);

/** Whether some transaction of this database waits for a row that another one holds. */
async function somebodyWaits(): Promise<boolean> {
  const { rows } = await store.read((db) =>
    sql<{ waits: boolean }>`
      select exists (select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock') as waits`.execute(db),
  );
  return rows[0]?.waits ?? false;
}
