import type { Clock, Random } from '../../shared/clock.ts';
import { receiveSms } from '../domain/sms/receive.ts';
import type { SandboxPhones } from '../http/route.ts';
import type { Settings } from '../settings.ts';
import type { SmsDelivery } from '../sms/delivery.ts';
import type { Store } from '../storage/store.ts';
import type { Phones } from './phones.ts';

/** Between the phones of the sandbox and its cabinet. */
export function servePhones(options: {
  phones: Phones;
  delivery: SmsDelivery;
  store: Store;
  clock: Clock;
  random: Random;
  settings: Settings;
}): SandboxPhones {
  const { phones, delivery, store, clock, random, settings } = options;
  return {
    async messages(msisdn) {
      await delivery.run();
      return phones.messages(msisdn).map(({ id: _, ...message }) => message);
    },
    async send(msisdn, { to, text }) {
      // What waited from before is no answer.
      await delivery.run();
      const id = await phones.noteSent(msisdn, { to, text });
      const reference = Buffer.from(random.bytes(2)).readUInt16BE(0);
      const sms = { from: msisdn, to, text, now: clock.now(), random, settings, reference };
      await receiveSms(store, sms);
      const messages = await this.messages(msisdn);
      return messages.slice(phones.messages(msisdn).findIndex((message) => message.id === id) + 1);
    },
  };
}
