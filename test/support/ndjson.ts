import { logIn } from './http.ts';
import type { RunningCabinet } from './start-cabinet.ts';
import type { Subscriber } from './subscribers.ts';

export interface StreamedRow {
  id: string;
  [field: string]: unknown;
}

/** The answer of the stream form of the detail, not read yet. */
export async function openStream(
  cabinet: RunningCabinet,
  subscriber: Subscriber,
  query: string,
): Promise<Response> {
  const token = await logIn(cabinet, subscriber);
  return fetch(`${cabinet.url}/v1/usage?${query}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/x-ndjson' },
  });
}

/** Reads a stream to its end: the rows, and the record that ends it. */
export async function readStream(
  cabinet: RunningCabinet,
  subscriber: Subscriber,
  query: string,
): Promise<{ rows: StreamedRow[]; end: unknown }> {
  const response = await openStream(cabinet, subscriber, query);
  const lines = (await response.text()).trimEnd().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as StreamedRow);
  return { end: rows.pop(), rows };
}
