import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Order } from './order.ts';

/** Something that the merchant is told of; the same id however often. */
export interface OrderEvent {
  event: string;
  order: string;
  url: string;
  /** RFC 3339: retries end a day later. */
  at: string;
}

/** A line of the file: an order after a change, with what is to be told of it, or an event that has been told. */
export type Entry = { order: Order; event: OrderEvent | null } | { delivered: string };

export interface Journal {
  /** What was written before, in its order. */
  entries: readonly Entry[];
  append(entry: Entry): void;
  close(): void;
}

/**
 * Opens an append-only file of its owner alone. A last line that was never finished is cut off: nobody was answered on it.
 * @throws SyntaxError when any other line is damaged
 */
export function openJournal(path: string): Journal {
  const file = openSync(path, 'a+', 0o600);
  const content = readFileSync(path);
  const whole = content.lastIndexOf('\n') + 1;
  if (whole < fstatSync(file).size) ftruncateSync(file, whole);
  const lines = content.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
  return {
    entries: lines.map((line) => JSON.parse(line) as Entry),
    append: (entry) => void writeSync(file, `${JSON.stringify(entry)}\n`),
    close: () => closeSync(file),
  };
}
