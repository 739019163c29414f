import { afterAll, beforeAll } from 'vitest';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { type Caller, caller } from './caller.ts';
import { describeOnBothEngines } from './engines.ts';
import { type RunningCabinet, startCabinet } from './start-cabinet.ts';
import { addCatalogue, addSubscriber, type NewSubscriber, type Subscriber } from './subscribers.ts';
import { addMelodies } from './tones.ts';

export interface CabinetUnderTest {
  store: Store;
  cabinet: RunningCabinet;
  /** A new subscriber, ready to talk. */
  subscribe(wanted?: NewSubscriber): Promise<Subscriber & { call: Caller }>;
}

/** The same tests over real HTTP on both engines; the cabinet, its clock and its catalogue are shared by the file. */
export function describeCabinet(name: string, define: (test: () => CabinetUnderTest) => void): void {
  describeOnBothEngines(name, (store) => {
    let cabinet: RunningCabinet | undefined;
    beforeAll(async () => {
      await addCatalogue(store());
      await addMelodies(store());
      cabinet = await startCabinet(store());
    });
    afterAll(() => cabinet?.stop());
    define(() => {
      const running = cabinet;
      if (!running) throw new Error('the cabinet runs only while tests run');
      const subscribe = async (wanted: NewSubscriber = {}) => {
        const subscriber = await addSubscriber(store(), wanted);
        return { ...subscriber, call: caller(store(), running, subscriber) };
      };
      return { store: store(), cabinet: running, subscribe };
    });
  });
}
