import { Writable } from 'node:stream';
import { pino } from 'pino';
import { type CabinetOptions, createCabinet } from '../../src/cabinet/app.ts';
import { closeGracefully } from '../../src/cabinet/close.ts';
import { defaultSettings, type Settings } from '../../src/cabinet/settings.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { type MovableClock, movableClock } from './clock.ts';
import { seededRandom } from './random.ts';

export interface RunningCabinet {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  clock: MovableClock;
  /** Every line of the log so far, as text. */
  log(): string;
  stop(): Promise<void>;
}

export interface CabinetFixture {
  clock?: MovableClock;
  settings?: Partial<Settings>;
  sandbox?: NonNullable<CabinetOptions['sandbox']>;
  /** Made when the address of the cabinet is known; without it there are no card payments. */
  acquirer?: NonNullable<CabinetOptions['acquirer']>;
}

let started = 0;

/** The real cabinet over `store` on a free loopback port, with a clock that the test moves. */
export async function startCabinet(store: Store, fixture: CabinetFixture = {}): Promise<RunningCabinet> {
  const clock = fixture.clock ?? movableClock();
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, written) {
      lines.push(String(chunk));
      written();
    },
  });
  const app = await createCabinet({
    store,
    clock,
    random: seededRandom(`cabinet ${started++}`),
    log: pino(sink),
    settings: { ...defaultSettings, ...fixture.settings },
    ...(fixture.sandbox && { sandbox: fixture.sandbox }),
    ...(fixture.acquirer && { acquirer: fixture.acquirer }),
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, clock, log: () => lines.join(''), stop: () => closeGracefully(app) };
}
