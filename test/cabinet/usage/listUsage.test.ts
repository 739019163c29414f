import { expect, it } from 'vitest';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { ask, logIn } from '../../support/http.ts';
import { openStream, readStream, type StreamedRow } from '../../support/ndjson.ts';
import { startCabinet } from '../../support/start-cabinet.ts';
import { addUsage } from '../../support/usage.ts';

const LAST_30_DAYS = 'from=2026-02-03T00:00:00Z&to=2026-03-05T09:00:00Z';

describeCabinet('call detail', (test) => {
  it('lists the last 30 days, newest first, fifty at a time', async () => {
    const ann = await test().subscribe();
    await addUsage(test().store, ann.accountId, 60, { days: 25 });
    await addUsage(test().store, ann.accountId, 5, { days: 1, until: new Date('2026-02-01T00:00:00Z') });
    const first = await ann.call.get('/v1/usage');
    expect(first.body.items).toHaveLength(50);
    const rest = await ann.call.get(`/v1/usage?after=${first.body.next}`);
    expect(rest.body).toMatchObject({ items: { length: 10 }, next: null });
    const times = [...first.body.items, ...rest.body.items].map(({ started_at }) => started_at);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it('shows a row with its money, its place in the calendar of the line and its cursor', async () => {
    const ann = await test().subscribe();
    await addUsage(test().store, ann.accountId, 1, { days: 1, own: { cost: -100_05n, balance_after: -3n } });
    const { body } = await ann.call.get('/v1/usage');
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        started_at: '2026-03-04T14:00:00+05:00',
        type: 'voice',
        direction: 'out',
        counterpart: '9010000000',
        place: 'Екатеринбург; «центр»',
        volume: 0,
        unit: 'second',
        cost: { amount: '-100.05', currency: 'RUB' },
        balance_after: { amount: '-0.03', currency: 'RUB' },
        service: null,
      },
    ]);
  });

  it('is empty for a line that did nothing, and for a period that ends before it begins', async () => {
    const ann = await test().subscribe();
    expect((await ann.call.get('/v1/usage')).body).toEqual({ items: [], next: null });
    await addUsage(test().store, ann.accountId, 5);
    const backwards = await ann.call.get('/v1/usage?from=2026-03-01T00:00:00Z&to=2026-02-01T00:00:00Z');
    expect(backwards.body).toEqual({ items: [], next: null });
  });

  it('never shows the rows of somebody else', async () => {
    const ann = await test().subscribe();
    const bob = await test().subscribe();
    await addUsage(test().store, bob.accountId, 10);
    expect((await ann.call.get('/v1/usage')).body.items).toEqual([]);
    expect((await readStream(test().cabinet, ann, LAST_30_DAYS)).rows).toEqual([]);
  });

  it('takes a period as half-open: its first moment is inside, its last is not', async () => {
    const ann = await test().subscribe();
    for (const until of ['2026-02-10T00:00:00Z', '2026-02-11T00:00:00Z'])
      await addUsage(test().store, ann.accountId, 1, { days: 0, until: new Date(until) });
    const { body } = await ann.call.get('/v1/usage?from=2026-02-10T05:00:00%2B05:00&to=2026-02-11T00:00:00Z');
    expect(body.items.map((row: StreamedRow) => row.started_at)).toEqual(['2026-02-10T05:00:00+05:00']);
  });

  it('keeps 36 months: an older beginning is refused and the earliest day named', async () => {
    const ann = await test().subscribe();
    const kept = await ann.call.get('/v1/usage?from=2023-03-05T00:00:00%2B05:00');
    expect(kept.status).toBe(200);
    for (const accept of ['application/json', 'application/x-ndjson']) {
      const refused = await ask(test().cabinet, '/v1/usage?from=2023-03-04T18:59:59Z', {
        token: await logIn(test().cabinet, ann),
        headers: { accept },
      });
      expect(refused.status).toBe(422);
      const params = { earliest: '2023-03-05T00:00:00+05:00' };
      expect(refused.body).toMatchObject({ code: 'period_out_of_range', params });
    }
  });

  it('refuses a cursor that is none, a type that is none and a limit beyond 1000', async () => {
    const ann = await test().subscribe();
    for (const query of ['after=elsewhere', 'after=19ca2f3b2c0-1%27', 'type=fax', 'limit=1001', 'limit=0']) {
      const { status, body } = await ann.call.get(`/v1/usage?${query}`);
      expect([query, status, body.code]).toEqual([query, 400, 'bad_request']);
    }
  });
});

describeCabinet('the stream of call detail', (test) => {
  it('gives the rows of all pages, oldest first, and ends with their count', async () => {
    const ann = await test().subscribe();
    await addUsage(test().store, ann.accountId, 4_500);
    const pages: StreamedRow[] = [];
    for (let after = ''; ; ) {
      const { body } = await ann.call.get(`/v1/usage?${LAST_30_DAYS}&limit=1000${after}`);
      pages.push(...body.items);
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    const { rows, end } = await readStream(test().cabinet, ann, LAST_30_DAYS);
    expect(rows).toEqual(pages.reverse());
    expect(rows).toHaveLength(4_500);
    expect(end).toEqual({ end: true, count: 4_500 });
  });

  it('goes on behind the last row that was received, and counts only what follows', async () => {
    const ann = await test().subscribe();
    await addUsage(test().store, ann.accountId, 100);
    const whole = await readStream(test().cabinet, ann, LAST_30_DAYS);
    for (const received of [1, 33, 99, 100]) {
      const after = whole.rows[received - 1]?.id;
      const rest = await readStream(test().cabinet, ann, `${LAST_30_DAYS}&after=${after}`);
      expect(rest.rows).toEqual(whole.rows.slice(received));
      expect(rest.end).toEqual({ end: true, count: 100 - received });
    }
  });

  it('holds only the type that was asked for', async () => {
    const ann = await test().subscribe();
    await addUsage(test().store, ann.accountId, 100);
    const { rows, end } = await readStream(test().cabinet, ann, `${LAST_30_DAYS}&type=payment`);
    expect(rows.map((row) => row.type)).toEqual(Array.from({ length: 20 }, () => 'payment'));
    expect(end).toEqual({ end: true, count: 20 });
  });

  it('that fails on its way has no end record and breaks the connection', async () => {
    const ann = await test().subscribe();
    await addUsage(test().store, ann.accountId, 4_500);
    let streaming = false;
    let reads = 0;
    // The session and two of the three pages: what is sent before a failure decides between a problem and a cut.
    const failing: Store['read'] = (work) => {
      if (streaming && ++reads > 3) return Promise.reject(new Error('the database went away'));
      return test().store.read(work);
    };
    const cabinet = await startCabinet({ ...test().store, read: failing });
    try {
      const response = await openStream(cabinet, ann, `${LAST_30_DAYS}&type=voice`);
      expect(await response.text()).toContain('"end":true');
      streaming = true;
      const cut = await openStream(cabinet, ann, LAST_30_DAYS);
      await expect(cut.text()).rejects.toThrow('terminated');
    } finally {
      await cabinet.stop();
    }
  });
});
