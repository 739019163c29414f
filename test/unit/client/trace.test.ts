import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryOf, toHar } from '../../../src/client/trace/har.ts';
import { readTrace } from '../../../src/client/trace/read.ts';
import { StandIns } from '../../../src/client/trace/stand-ins.ts';
import { operations } from '../../../src/contract/index.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { TRACE } from '../../../src/contract/trace-mark.ts';

const all: readonly Operation[] = Object.values(operations);

/** Text that nobody's schema has asked for, with a number in it. */
const canary = fc
  .tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.integer({ min: 1_000_000, max: 9_999_999 }))
  .map(([text, digits]) => `${text}Ж${digits}`);

const CANARY = /Ж\d{6}|%D0%96/;

/** Values like those of a schema, except that every text is a canary, and members that it does not know. */
function likeSchema(schema: unknown): fc.Arbitrary<unknown> {
  const { properties, items, anyOf } = (schema ?? {}) as Record<string, unknown>;
  const strange = fc.dictionary(canary, canary, { maxKeys: 2 });
  if (typeof properties === 'object' && properties !== null) {
    const known = Object.entries(properties).map(([name, one]) => [name, likeSchema(one)]);
    return fc
      .tuple(fc.record(Object.fromEntries(known), { requiredKeys: [] }), strange)
      .map(([one, other]) => ({ ...(one as object), ...other }));
  }
  if (items !== undefined) return fc.array(likeSchema(items), { maxLength: 3 });
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map(likeSchema), canary);
  return fc.oneof(canary, canary, fc.constant(null), fc.boolean(), strange, fc.array(canary));
}

const anyJson = fc
  .jsonValue({ maxDepth: 4 })
  .map((value) => JSON.stringify(value).replaceAll('"', '"Ж1234567'));

const exchange = fc.constantFrom(...all).chain((operation) =>
  fc.record({
    operation: fc.constant(operation),
    status: fc.constantFrom<number>(operation.status, 200, 400, 409, 500),
    text: fc.oneof(
      likeSchema(operation.reply).map((value) => JSON.stringify(value)),
      fc
        .record({ code: canary, params: fc.dictionary(fc.constantFrom('needed', 'field', 'x'), canary) })
        .map((problem) => JSON.stringify(problem)),
      anyJson,
      canary,
    ),
    body: fc.option(
      likeSchema(operation.body).map((value) => JSON.stringify(value)),
      { nil: undefined },
    ),
    media: fc.constantFrom(
      'application/json',
      'application/problem+json',
      'application/x-ndjson',
      'text/html',
    ),
    headers: fc.dictionary(fc.constantFrom('date', 'x-request-id', 'vary', 'set-cookie', 'x-other'), canary),
    asked: fc.dictionary(fc.constantFrom('accept', 'idempotency-key', 'lisa-as', 'authorization'), canary),
    query: fc.dictionary(fc.oneof(canary, fc.constantFrom('limit', 'after', 'dry_run')), canary, {
      maxKeys: 2,
    }),
    segment: canary,
  }),
);

type Exchange = typeof exchange extends fc.Arbitrary<infer T> ? T : never;

function entry({ operation, status, text, body, media, headers, asked, query, segment }: Exchange) {
  const path = operation.path.replace(/\{\w+\}/g, encodeURIComponent(segment));
  return entryOf(
    {
      startedAt: '2026-03-05T09:00:00.000Z',
      origin: 'https://lisa.example.ru',
      method: operation.method,
      path: `${path}?${new URLSearchParams(query)}`,
      headers: asked,
      body,
      reply: {
        status,
        headers: { ...headers, 'content-type': media },
        text,
        cut: false,
        size: Buffer.byteLength(text),
        encodedSize: -1,
      },
      failure: undefined,
      timings: { blocked: 0, dns: -1, connect: -1, ssl: -1, send: 0, wait: 1, receive: 0 },
    },
    new StandIns(),
  );
}

const about = {
  version: '0.1.0',
  command: 'balance',
  exit: 0,
  code: null,
  node: '24.0.0',
  platform: 'linux',
  dropped: 0,
};

describe('the allow-list', () => {
  test('tells no text that it does not name, whatever is sent and answered', () => {
    fc.assert(
      fc.property(exchange, (given) => {
        expect(JSON.stringify(entry(given))).not.toMatch(CANARY);
      }),
      { numRuns: Number(process.env['LISA_TEST_TRACES'] ?? 500), seed: 20_261_122 },
    );
  });

  test('goes over a trace that is read and finds nothing to do', () => {
    fc.assert(
      fc.property(fc.array(exchange, { maxLength: 3 }), (given) => {
        const entries = given.map(entry);
        const read = readTrace(JSON.stringify(toHar(about, entries)));
        expect(read).toEqual({ about, entries });
      }),
      { numRuns: 200, seed: 20_261_122 },
    );
  });

  test('names nothing that is a secret or a person in any operation', () => {
    const told = all.flatMap((operation) =>
      [operation.params, operation.query, operation.body, operation.reply].flatMap((schema) =>
        asIs(schema, operation.id),
      ),
    );
    expect(told.length).toBeGreaterThan(100);
    const personal =
      /password|secret|token|codeword|otp|digits|holder|contract|msisdn|account|login|_key|\.(text|peer|caller|counterpart|place|reason|document)$/;
    expect(
      told.filter((path) =>
        personal.test(path.replace(/(items|message|status|current|cleared)\.text\.(ru|en)$/, '')),
      ),
    ).toEqual([]);
  });

  test('tells a cursor, but not one that is an account number, however short', () => {
    const next = (cursor: string) =>
      entry({
        operation: operations.findSubscribers,
        status: 200,
        text: JSON.stringify({ items: [], next: cursor }),
        body: undefined,
        media: 'application/json',
        headers: {},
        asked: {},
        query: {},
        segment: '',
      }).response.content.text;
    expect(next('19aab4c2f00-3')).toBe('{"items":[],"next":"19aab4c2f00-3"}');
    for (const account of ['100200', '50012345', '500123456'])
      expect(next(account)).toBe('{"items":[],"next":"[redacted string]"}');
  });

  test('does not tell what an operation that is added forgets to mark', () => {
    const entryOfBody = (body: unknown) =>
      entry({
        operation: operations.completeEnrolment,
        status: 201,
        text: '{"token":"lisa_ses_canary"}',
        body: JSON.stringify(body),
        media: 'application/json',
        headers: {},
        asked: {},
        query: {},
        segment: '',
      }).request.postData?.text;
    expect(entryOfBody({ code: '123456', new_password: 'Hunter-2' })).toBe(
      '{"code":"[redacted string]","new_password":"[redacted string]"}',
    );
  });
});

/** Paths of texts that may be told as they are. */
function asIs(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, items, anyOf, [TRACE]: mark } = schema as Record<string, unknown>;
  const own = mark === 'closed' || mark === 'id' || mark === 'words' ? [path] : [];
  const members = Object.entries((properties ?? {}) as object).flatMap(([name, one]) =>
    asIs(one, `${path}.${name}`),
  );
  const choices = Array.isArray(anyOf) ? anyOf.flatMap((one) => asIs(one, path)) : [];
  return [...own, ...members, ...choices, ...asIs(items, path)];
}
