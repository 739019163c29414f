import { runBilling } from '../../src/cabinet/domain/billing/runBilling.ts';
import { defaultSettings as settings } from '../../src/cabinet/settings.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { DAY_MS } from '../../src/shared/period.ts';
import type { CabinetUnderTest } from './describe-cabinet.ts';
import type { RunningCabinet } from './start-cabinet.ts';
import type { NewSubscriber } from './subscribers.ts';

/** Somebody with 200 ₽ who sets tones over HTTP. */
export async function toneOwner(
  { subscribe }: CabinetUnderTest,
  wanted: NewSubscriber = { wallet: 200_00n },
) {
  const subscriber = await subscribe(wanted);
  const { get, post } = subscriber.call;
  return {
    ...subscriber,
    set: (melody: string, more: object = {}) => post('/v1/tones', { melody, ...more }),
    tones: async (query = '') => (await get(`/v1/tones${query}`)).body,
    /** The melody that is heard; null for the ordinary tone. */
    heard: async (query = '') => (await get(`/v1/tones${query}`)).body.playing.melody?.id ?? null,
    balance: async () => (await get('/v1/balance')).body.balance.amount,
  };
}

/** Days pass, and the schedule does its work. */
export async function pass(
  { store, cabinet }: { store: Store; cabinet: Pick<RunningCabinet, 'clock'> },
  days: number,
): Promise<void> {
  cabinet.clock.advance(days * DAY_MS);
  await runBilling(store, { until: cabinet.clock.now(), settings });
}
