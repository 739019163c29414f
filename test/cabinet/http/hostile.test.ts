import fc from 'fast-check';
import type { TObject } from 'typebox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OperationId, operations } from '../../../src/contract/index.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import type { StaffRole } from '../../../src/contract/operations/staff.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { logIn } from '../../support/http.ts';
import { openStaffSession } from '../../support/staff.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber } from '../../support/subscribers.ts';
import { addMelodies } from '../../support/tones.ts';

/** Values that a field may take, and values that break parsers, databases and calendars. */
const plausible = ['mega', 'yolka', 'lost', '9001234567', 'voice', 'true', '2026-03-01T00:00:00Z', '1-1'];
const hostile = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  "'; drop table accounts; --",
  '💥'.repeat(60),
  '__proto__',
  '-1',
  '0',
  '1e9',
  '99999999999999999999999999',
  'NaN',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59-23:59',
  '2026-02-30T00:00:00Z',
  '2016-12-31T23:59:60Z',
  '2026-03-01T00:00:00Z[Asia/Yekaterinburg]',
  'ffffffffffff-fffffffffffffff',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '../../v1/account',
];
const badPercents = ['%00', '%ff', '%c0%80', '%zz', '%', '%2e%2e%2f', 'x'.repeat(300)];

const text = fc.oneof(
  fc.constantFrom(...plausible),
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const inUrl = fc.oneof(
  text.map((value) => encodeURIComponent(value.toWellFormed())),
  fc.constantFrom(...badPercents),
);

interface Hostile {
  id: OperationId;
  method: string;
  path: string;
  accept: string;
  type: string;
  body: string | undefined;
}

function requestOf(operation: Operation): fc.Arbitrary<Hostile> {
  const fields = (schema: TObject | undefined) => Object.keys(schema?.properties ?? {});
  const names = fields(operation.params);
  const query = fc.array(fc.tuple(fc.constantFrom(...fields(operation.query), 'unknown'), inUrl), {
    maxLength: 4,
  });
  const path = fc
    .tuple(fc.tuple(...names.map(() => inUrl)), query)
    .map(([values, pairs]) =>
      [
        operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[names.indexOf(name)] ?? ''),
        ...(pairs.length > 0 ? [pairs.map(([name, value]) => `${name}=${value}`).join('&')] : []),
      ].join('?'),
    );
  const given = Object.fromEntries(
    fields(operation.body).map((name) => [name, fc.oneof({ weight: 4, arbitrary: text }, fc.jsonValue())]),
  );
  const sent = fc.oneof(
    { weight: 5, arbitrary: fc.record(given).map((value) => JSON.stringify(value)) },
    fc.json(),
    fc.string(),
  );
  return fc.record({
    id: fc.constant(operation.id as OperationId),
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant(operation.method as string) },
      fc.constantFrom('PATCH', 'OPTIONS'),
    ),
    path,
    accept: fc.constantFrom('*/*', 'application/x-ndjson', 'text/html'),
    type: fc.constantFrom('application/json', 'application/json', 'application/json', 'text/plain', 'x'),
    body: operation.method === 'GET' ? fc.constant(undefined) : sent,
  });
}

describeOnBothEngines('whatever is sent', (store) => {
  let cabinet: RunningCabinet;
  let token: string;
  let staff: Record<StaffRole, string>;
  beforeAll(async () => {
    const clock = { offset: () => 0, act: () => {}, advance: async () => {}, reset: async () => {} };
    cabinet = await startCabinet(store(), { sandbox: { controlToken: 'control', clock } });
    await addMelodies(store());
    const member = async (role: StaffRole) =>
      (await openStaffSession(store(), { role }, cabinet.clock.now())).token;
    staff = {
      issuer: await member('issuer'),
      support: await member('support'),
      auditor: await member('auditor'),
      administrator: await member('administrator'),
    };
    token = await logIn(cabinet, await addSubscriber(store(), { wallet: 100_00n }));
  });
  afterAll(() => cabinet.stop());

  function bearerOf(id: OperationId): string {
    const { auth, roles }: Operation = operations[id];
    if (auth === 'sandbox') return 'control';
    if (auth === 'staff') return staff[(roles !== 'any' && roles?.[0]) || 'auditor'];
    if (id === 'deleteStaffSession') return 'lisa_stf_none';
    // The session has to live on for the requests that follow.
    return id === 'deleteCurrentSession' ? 'lisa_ses_none' : token;
  }

  async function send(request: Hostile, key: string) {
    return fetch(cabinet.url + request.path, {
      method: request.method,
      headers: {
        authorization: `Bearer ${bearerOf(request.id)}`,
        accept: request.accept,
        'content-type': request.type,
        'idempotency-key': key,
      },
      ...(request.body !== undefined && { body: request.body }),
    });
  }

  it('the cabinet answers with a reply or a problem, never with a fault of its own', async () => {
    const anyRequest = fc.oneof(...Object.values(operations).map((operation) => requestOf(operation)));
    let sent = 0;
    const property = fc.asyncProperty(anyRequest, async (request) => {
      const response = await send(request, `hostile-${sent++}`);
      const body = await response.text();
      expect(response.status, body).toBeLessThan(500);
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f]{24}$/);
      if (response.status < 400) return;
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(JSON.parse(body)).toMatchObject({ status: response.status, code: expect.any(String) });
    });
    await fc.assert(property, { numRuns: 300 });
    expect(cabinet.log()).not.toContain('"failed"');
  });
});
