import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Acquirer } from '../../src/cabinet/acquirer/port.ts';
import { type CabinetOptions, createCabinet } from '../../src/cabinet/app.ts';
import { closeGracefully } from '../../src/cabinet/close.ts';
import type { SandboxClock, SandboxPhones } from '../../src/cabinet/http/route.ts';
import { openAuthenticators } from '../../src/cabinet/sandbox/authenticators.ts';
import { servePhones } from '../../src/cabinet/sandbox/phone-service.ts';
import { openPhones } from '../../src/cabinet/sandbox/phones.ts';
import { defaultSettings, type Settings } from '../../src/cabinet/settings.ts';
import { createDelivery } from '../../src/cabinet/sms/delivery.ts';
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
  sandbox?: { controlToken: string; clock: SandboxClock };
  /** Is told how to learn the cabinet's address; without it there are no card payments. */
  acquirer?: (url: () => string) => Acquirer;
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
  const folder = mkdtempSync(join(tmpdir(), 'lisa-phones-'));
  const options = {
    store,
    clock,
    random: seededRandom(`cabinet ${started++}`),
    log: pino(sink),
    settings: { ...defaultSettings, ...fixture.settings },
  };
  const app: FastifyInstance = await createCabinet({
    ...options,
    ...(fixture.sandbox && {
      sandbox: {
        ...fixture.sandbox,
        phones: await openServedPhones(options, folder),
        authenticators: await openAuthenticators({ ...options, dataDir: folder }),
      },
    }),
    ...(fixture.acquirer && { acquirer: fixture.acquirer(() => app.listeningOrigin) }),
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const stop = async () => {
    await closeGracefully(app);
    rmSync(folder, { recursive: true });
  };
  return { url, clock, log: () => lines.join(''), stop };
}

/** The phones of a sandbox, in a folder of their own. */
async function openServedPhones(
  options: Omit<CabinetOptions, 'sandbox'>,
  folder: string,
): Promise<SandboxPhones> {
  const phones = await openPhones(folder, options.clock);
  return servePhones({ ...options, phones, delivery: createDelivery({ ...options, gateway: phones }) });
}
