import { randomInt, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { openPostgresql } from '../../../src/cabinet/storage/postgresql.ts';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { createDatabase } from '../../support/engines.ts';
import { type Answer, ask, logIn } from '../../support/http.ts';
import { KillableCabinet } from '../../support/killable.ts';
import { seededRandom } from '../../support/random.ts';
import { asServer } from '../../support/server-role.ts';
import { addCatalogue, addSubscriber } from '../../support/subscribers.ts';
import { addMelodies, addToneService } from '../../support/tones.ts';

const LANES = 8;
const GIFTS_PER_LANE = 63;
const KILLS = 6;
const SCRIPT = fileURLToPath(new URL('serve-child.ts', import.meta.url));

interface Acknowledged {
  key: string;
  gift: string;
  state: 'pending' | 'accepted' | 'refused';
}

describe('a cabinet on PostgreSQL that is killed again and again', () => {
  let store: Store;
  let cabinet: KillableCabinet;
  const acknowledged: Acknowledged[] = [];
  let repeated = 0;

  beforeAll(async () => {
    const url = await createDatabase();
    store = openPostgresql({ url, random: seededRandom('crash'), onConnectionError: () => {} });
    await addCatalogue(store);
    await addMelodies(store);
    cabinet = new KillableCabinet(SCRIPT, asServer(url));
    await cabinet.start();
  });
  afterAll(async () => {
    await cabinet.kill();
    await store.close();
  });

  /** Sends a mutation until it is answered, always with the same key, as a client does. */
  async function insist(path: string, token: string, body?: unknown): Promise<Answer & { key: string }> {
    const key = randomUUID();
    for (;;) {
      await cabinet.ready();
      try {
        const answer = await ask(cabinet, path, {
          method: 'POST',
          token,
          key,
          ...(body !== undefined && { body }),
        });
        if (answer.status < 500) return { ...answer, key };
      } catch {
        repeated += 1;
      }
    }
  }

  /** Gifts from one subscriber to another, every one answered: two mutations each. */
  async function lane(): Promise<void> {
    const giver = await addSubscriber(store, { wallet: 10_000_00n });
    await addToneService(store, giver.accountId);
    const recipient = await addSubscriber(store);
    const tokens = { giver: await logIn(cabinet, giver), recipient: await logIn(cabinet, recipient) };
    started += 1;
    while (started < LANES) await new Promise((resolve) => setTimeout(resolve, 5));
    for (let index = 0; index < GIFTS_PER_LANE; index++) {
      const offer = await insist('/v1/tone-gifts', tokens.giver, { melody: 'kalinka', to: recipient.msisdn });
      expect(offer.status).toBe(201);
      const { id } = offer.body.gift;
      acknowledged.push({ key: offer.key, gift: id, state: 'pending' });
      const word = index % 2 === 0 ? 'accept' : 'refuse';
      const answer = await insist(`/v1/tone-gifts/${id}/${word}`, tokens.recipient);
      expect(answer.status).toBe(200);
      acknowledged.push({ key: answer.key, gift: id, state: answer.body.gift.state });
    }
  }
  let started = 0;

  /** Kills the cabinet while requests run, at places that differ from run to run. */
  async function killer(): Promise<number> {
    const total = LANES * GIFTS_PER_LANE * 2;
    const step = Math.floor(total / (KILLS + 1));
    let kills = 0;
    for (; kills < KILLS; kills++) {
      const goal = step * kills + randomInt(step);
      while (started < LANES || acknowledged.length < goal) {
        await new Promise((resolve) => setTimeout(resolve, randomInt(1, 5)));
      }
      await cabinet.restart();
    }
    return kills;
  }

  async function count(query: ReturnType<typeof sql<{ n: bigint }>>): Promise<number> {
    const { rows } = await store.read((db) => query.execute(db));
    return Number(rows[0]?.n);
  }

  it('keeps every acknowledged mutation, once, and the ledger stays sound', {
    timeout: 300_000,
  }, async () => {
    const [kills] = await Promise.all([killer(), ...Array.from({ length: LANES }, lane)]);
    const gifts = LANES * GIFTS_PER_LANE;
    expect(kills).toBe(KILLS);
    expect(repeated).toBeGreaterThan(0);
    expect(acknowledged).toHaveLength(gifts * 2);
    expect(new Set(acknowledged.map((each) => each.gift)).size).toBe(gifts);

    const stored = await store.read((db) =>
      db.selectFrom('tone_gifts').select(['gift_id', 'state']).execute(),
    );
    const settled = acknowledged.filter((each) => each.state !== 'pending');
    expect(new Map(stored.map((gift) => [gift.gift_id, gift.state]))).toEqual(
      new Map(settled.map((each) => [each.gift, each.state])),
    );
    const keys = await store.read((db) => db.selectFrom('idempotency_keys').select('key').execute());
    expect(new Set(keys.map((row) => row.key))).toEqual(new Set(acknowledged.map((each) => each.key)));

    expect(await count(sql`select count(*) as n from tone_gifts`)).toBe(gifts);
    for (const [kind, expected] of [
      ['gift_hold', gifts],
      ['gift_capture', LANES * Math.ceil(GIFTS_PER_LANE / 2)],
      ['gift_release', LANES * Math.floor(GIFTS_PER_LANE / 2)],
    ] as const) {
      expect(await count(sql`select count(*) as n from ledger_transactions where kind = ${kind}`)).toBe(
        expected,
      );
    }
    expect((await store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });
});
