import { randomUUID } from 'node:crypto';
import { noteSecret } from './secrets.ts';
import type { RunningCabinet } from './start-cabinet.ts';
import type { Subscriber } from './subscribers.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** The decoded JSON; undefined for an empty body. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into replies of every shape
  body: any;
}

export interface Ask {
  method?: string;
  token?: string;
  body?: unknown;
  /** The idempotency key; `null` for none. Mutating methods get a fresh one by default. */
  key?: string | null;
  headers?: Record<string, string>;
}

/** One request to a cabinet, outside of our own client, so that tests see the wire. */
export async function ask(
  cabinet: Pick<RunningCabinet, 'url'>,
  path: string,
  how: Ask = {},
): Promise<Answer> {
  const { method = 'GET', token, body, key = method === 'GET' ? null : randomUUID() } = how;
  const response = await fetch(cabinet.url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== null && { 'idempotency-key': key }),
      ...how.headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** Logs in by mobile number; returns the token. */
export async function logIn(
  cabinet: Pick<RunningCabinet, 'url'>,
  { msisdn: login, password }: Pick<Subscriber, 'msisdn' | 'password'>,
): Promise<string> {
  const answer = await ask(cabinet, '/v1/sessions', { method: 'POST', body: { login, password }, key: null });
  if (answer.status !== 201)
    throw new Error(`login answered ${answer.status} ${JSON.stringify(answer.body)}`);
  noteSecret(answer.body.token);
  return answer.body.token;
}
