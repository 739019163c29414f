import { HOUR_MS, MINUTE_MS } from '../../../shared/period.ts';
import type { Writer } from '../../storage/schema.ts';
import {
  closeFragments,
  deleteFragments,
  type FragmentRow,
  insertFragment,
  readFragments,
} from '../../storage/sms/fragments.ts';
import { lockSender } from '../../storage/sms/received.ts';
import type { Store } from '../../storage/store.ts';
import { type IncomingSms, takeIncoming } from './receive.ts';

/** A piece of a message too long for one SMS. */
export interface IncomingFragment extends Omit<IncomingSms, 'text' | 'reference'> {
  coding: number;
  content: Buffer;
  of: { reference: number; total: number; part: number };
  decode(coding: number, content: Buffer): string;
}

/** Phones number their long messages from 0 to 255 and begin again. */
export const PIECES_COME_WITHIN_MS = 24 * HOUR_MS;
const REPEATED_WITHIN_MS = 10 * MINUTE_MS;

/**
 * Keeps a piece until all of them are here, whatever node they come to and in whatever order, and then takes the message.
 * Returns when that is committed. A piece that comes again changes nothing.
 */
export function receiveFragment(store: Store, fragment: IncomingFragment): Promise<void> {
  const { from: msisdn, to: recipient, of, now } = fragment;
  const { part, ...number } = of;
  const whole = { msisdn, recipient, ...number };
  return store.transact(async (tx) => {
    await lockSender(tx, msisdn);
    if (!(await isOpen(tx, whole, now))) return;
    const { coding, content } = fragment;
    await insertFragment(tx, { ...whole, part, coding, content, received_at: now, joined_at: null });
    const pieces = await readFragments(tx, whole);
    if (pieces.length < of.total) return;
    await closeFragments(tx, whole, now);
    await takeIncoming(tx, { ...fragment, text: join(pieces, fragment.decode), reference: of.reference });
  });
}

/** False for a repetition. What another message has left behind under the same number is thrown away. */
async function isOpen(tx: Writer, whole: Parameters<typeof readFragments>[1], now: Date): Promise<boolean> {
  const known = await readFragments(tx, whole);
  const isOver = ({ joined_at, received_at }: FragmentRow) =>
    joined_at === null
      ? now.getTime() - received_at.getTime() > PIECES_COME_WITHIN_MS
      : now.getTime() - joined_at.getTime() > REPEATED_WITHIN_MS;
  if (known.some(isOver)) {
    await deleteFragments(tx, whole);
    return true;
  }
  return known.every(({ joined_at }) => joined_at === null);
}

function join(pieces: readonly FragmentRow[], decode: IncomingFragment['decode']): string {
  return decode(pieces[0]?.coding ?? 0, Buffer.concat(pieces.map(({ content }) => content)));
}
