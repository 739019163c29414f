import { describe, expect, it } from 'vitest';
import { readWholePeriod } from '../../../../src/cli/export/usage-feed.ts';
import type { Client } from '../../../../src/client/client.ts';
import { CabinetError, TransportError } from '../../../../src/client/errors.ts';
import { usageRow } from '../../../support/usage.ts';

const closed = () =>
  new TransportError('closed', { origin: 'http://here', detail: 'ECONNRESET', sent: true });

/** Plays answers one after the other: lines, and what ends them. Remembers where each request went on. */
function replaying(...answers: { lines: string[]; error?: Error }[]) {
  const asked: (string | undefined)[] = [];
  const client: Client = {
    call: () => Promise.reject(new Error('only streams here')),
    async *stream(_operation, input) {
      const { query } = input as { query: { after?: string } };
      asked.push(query.after);
      const { lines, error = undefined } = answers[asked.length - 1] ?? { lines: [], error: closed() };
      yield* lines;
      if (error) throw error;
    },
  };
  return { client, asked };
}

const row = (number: number) => JSON.stringify(usageRow({ id: `19ca2f3b2c0-${number}` }));
const end = (count: number) => JSON.stringify({ end: true, count });

async function ids(client: Client, signal = new AbortController().signal): Promise<string[]> {
  const found: string[] = [];
  for await (const rows of readWholePeriod({ client, query: {}, origin: 'http://here', signal }))
    found.push(...rows.map(({ id }) => id.split('-')[1] ?? ''));
  return found;
}

describe('the rows of a whole period', () => {
  it('end with the record that counts them', async () => {
    const { client, asked } = replaying({ lines: [row(1), row(2), end(2)] });
    expect(await ids(client)).toEqual(['1', '2']);
    expect(asked).toEqual([undefined]);
  });

  it('go on behind the last row when a stream breaks, or ends without that record', async () => {
    const { client, asked } = replaying(
      { lines: [row(1), row(2)], error: closed() },
      { lines: [row(3)] },
      { lines: [], error: new CabinetError('unavailable', 503, {}, undefined) },
      { lines: [row(4), end(1)] },
    );
    expect(await ids(client)).toEqual(['1', '2', '3', '4']);
    expect(asked).toEqual([undefined, '19ca2f3b2c0-2', '19ca2f3b2c0-3', '19ca2f3b2c0-3']);
  });

  it('are given up after five tries in a row that bring nothing', async () => {
    const { client, asked } = replaying({ lines: [row(1)], error: closed() });
    await expect(ids(client)).rejects.toMatchObject({ failure: 'closed' });
    expect(asked).toHaveLength(5);
  });

  it.each([
    ['a count of other rows', [row(1), end(2)]],
    ['a line that is no JSON', [row(1), '{"id":']],
    ['a line that is no row', [row(1), '{"id":"x"}']],
  ])('are refused at once with %s', async (_what, lines) => {
    const { client, asked } = replaying({ lines }, { lines: [end(0)] });
    await expect(ids(client)).rejects.toMatchObject({ failure: 'bad_reply' });
    expect(asked).toHaveLength(1);
  });

  it('are not asked for again after a refusal', async () => {
    const refusal = new CabinetError('session_idle', 401, { idle_minutes: 15 }, undefined);
    const { client, asked } = replaying({ lines: [row(1)], error: refusal });
    await expect(ids(client)).rejects.toBe(refusal);
    expect(asked).toHaveLength(1);
  });

  it('are not asked for again after Ctrl-C', async () => {
    const interrupt = new AbortController();
    const { client, asked } = replaying({ lines: [row(1)], error: closed() });
    interrupt.abort(new Error('Ctrl-C'));
    await expect(ids(client, interrupt.signal)).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });
});
