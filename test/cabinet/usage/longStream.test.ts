import { get } from 'node:http';
import { beforeAll, expect, it } from 'vitest';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { logIn } from '../../support/http.ts';
import { openStream } from '../../support/ndjson.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import type { Subscriber } from '../../support/subscribers.ts';
import { addUsage } from '../../support/usage.ts';

const LAST_30_DAYS = 'from=2026-02-03T00:00:00Z&to=2026-03-05T09:00:00Z';

describeCabinet('a stream of 40 MB', (test) => {
  let ann: Subscriber;
  beforeAll(async () => {
    ann = await test().subscribe();
    await addUsage(test().store, ann.accountId, 20_000, { own: { place: 'x'.repeat(2_000) } });
  });

  /** A cabinet of its own, and how often it has read from the database. */
  async function startCounting(): Promise<{
    cabinet: RunningCabinet;
    reads: { begun: number; running: number };
  }> {
    const reads = { begun: 0, running: 0 };
    const { store } = test();
    const cabinet = await startCabinet({
      ...store,
      read: async (work) => {
        reads.begun += 1;
        reads.running += 1;
        return store.read(work).finally(() => {
          reads.running -= 1;
        });
      },
    });
    return { cabinet, reads };
  }

  it('is read from the database no further ahead than its reader takes', async () => {
    const { cabinet, reads } = await startCounting();
    const reader = (await openStream(cabinet, ann, LAST_30_DAYS)).body?.getReader();
    await reader?.read();
    expect(await settled(() => reads.begun)).toBeLessThan(8);
    while (!(await reader?.read())?.done);
    expect(reads.begun).toBeGreaterThan(10);
    await cabinet.stop();
  });

  it('ends when its reader leaves: nothing is read any more, and nothing is held', async () => {
    const { cabinet, reads } = await startCounting();
    const headers = { authorization: `Bearer ${await logIn(cabinet, ann)}`, accept: 'application/x-ndjson' };
    await new Promise<void>((left) => {
      get(`${cabinet.url}/v1/usage?${LAST_30_DAYS}`, { headers }, (response) => {
        response.once('data', () => left(void response.destroy()));
      });
    });
    expect(await settled(() => reads.begun)).toBeLessThan(8);
    expect(reads.running).toBe(0);
    await cabinet.stop();
    expect(cabinet.log()).not.toContain('"failed"');
    expect(cabinet.log()).toContain('"operation":"listUsage","msg":"abandoned"');
  });
});

/** The value once it has stopped changing. */
async function settled(read: () => number): Promise<number> {
  for (let last = read(); ; ) {
    await new Promise((done) => setTimeout(done, 300));
    if (read() === last) return last;
    last = read();
  }
}
