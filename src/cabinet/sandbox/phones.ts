import type { Static } from 'typebox';
import type { PhoneMessage } from '../../contract/operations/phones.ts';
import type { Clock } from '../../shared/clock.ts';
import { formatInstant } from '../../shared/period.ts';
import type { SmsPart } from '../domain/sms/part.ts';
import { findSecrets } from '../domain/sms/secrets.ts';
import type { SmsGateway } from '../sms/port.ts';
import { readJson, sandboxFiles, writeJson } from './files.ts';

type Message = Static<typeof PhoneMessage> & { id: string };

/** The phones of the sandbox's subscribers: things of their own, outside of the cabinet. */
export interface Phones extends SmsGateway {
  /** The messages of a number, oldest first. */
  messages(msisdn: string): Message[];
  /** Notes what somebody writes on a phone; returns its id. */
  noteSent(msisdn: string, sms: { to: string; text: string }): Promise<string>;
}

/** Messages that a phone keeps. */
const KEPT = 100;
const ROOM = 100;

/** Opens the phones of a folder. What is acknowledged is on disk. */
export async function openPhones(dataDir: string, clock: Clock): Promise<Phones> {
  const { phones: path } = sandboxFiles(dataDir);
  const phones = new Map(Object.entries((await readJson<Record<string, Message[]>>(path)) ?? {}));
  const save = oneAtATime(() => writeJson(path, Object.fromEntries(phones)));
  let sent = 0;
  const add = (msisdn: string, message: Message) => {
    const known = phones.get(msisdn) ?? [];
    if (!known.some(({ id }) => id === message.id)) phones.set(msisdn, [...known, message].slice(-KEPT));
    return save();
  };
  return {
    room: () => ROOM,
    caughtUp: () => true,
    countParts: () => 1,
    async submit(part) {
      await add(part.msisdn, received(part, clock.now()));
      return { kind: 'accepted', providerId: null, delivered: true };
    },
    close: save,
    messages: (msisdn) => phones.get(msisdn) ?? [],
    async noteSent(msisdn, { to, text }) {
      const now = clock.now();
      const id = `${now.toISOString()} ${sent++}`;
      const at = formatInstant(now, 'UTC');
      await add(msisdn, { id, at, direction: 'sent', peer: to, text, codes: [] });
      return id;
    },
  };
}

/** A message that the cabinet sends again after a crash has the same id, and is on the phone once. */
function received(part: SmsPart, at: Date): Message {
  const valid_until = part.expiresAt && formatInstant(part.expiresAt, 'UTC');
  return {
    id: part.messageId,
    at: formatInstant(at, 'UTC'),
    direction: 'received',
    peer: part.sender,
    text: part.body,
    codes: findSecrets(part).map((secret) => ({ ...secret, valid_until })),
  };
}

/** Runs `work` after the run that is under way; whoever asks meanwhile shares the next one. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= last
      .catch(() => {})
      .then(() => {
        next = undefined;
        last = work();
        return last;
      });
    return next;
  };
}
