import { rm } from 'node:fs/promises';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Clock, Random } from '../../shared/clock.ts';
import { connectAcquirer } from '../acquirer/http.ts';
import { type CabinetOptions, createCabinet } from '../app.ts';
import { runBilling } from '../domain/billing/runBilling.ts';
import { announceNews } from '../domain/news/announceNews.ts';
import { billing } from '../jobs/billing.ts';
import { jobsOf } from '../jobs/index.ts';
import { startJobs } from '../jobs/start.ts';
import { defaultSettings } from '../settings.ts';
import { createDelivery } from '../sms/delivery.ts';
import { forgetUsedCodes } from '../storage/staff/members.ts';
import { type AcquirerHost, startAcquirer } from './acquirer-process.ts';
import { openAuthenticators } from './authenticators.ts';
import { type Calendar, openCalendar } from './calendar.ts';
import { DATA_VERSION } from './data/data-set.ts';
import { openDatabase } from './database.ts';
import { readJson, sandboxFiles, writeJson } from './files.ts';
import type { Holder } from './lock.ts';
import { servePhones } from './phone-service.ts';
import { openPhones } from './phones.ts';
import { forgetProgress, writeProgress } from './progress.ts';
import type { StateFile } from './state.ts';

export interface ServeOptions {
  dataDir: string;
  /** This process, which holds the lock of the folder. */
  self: Holder;
  clock: Clock;
  random: Random;
  log: FastifyBaseLogger;
  version: string;
  /** What the card acquirer runs on, in a process of its own. */
  acquirer: AcquirerHost;
  /** Instead of the port of last time. */
  port?: number;
}

const HOST = '127.0.0.1';
const TOKEN_BYTES = 32;
const BILLING_SCHEDULE = '*/10 * * * * *';

/** Opens the database, serves the cabinet on loopback and leaves word where; answers how to stop it gracefully. */
export async function serveSandbox(options: ServeOptions): Promise<() => Promise<void>> {
  const { dataDir, self, clock, random, log } = options;
  const files = sandboxFiles(dataDir);
  await rm(files.state, { force: true });
  const calendar = await openCalendar(dataDir, clock);
  const store = await openDatabase({
    dataDir,
    clock: calendar.clock,
    random,
    onProgress: (step, fraction) => writeProgress(dataDir, { step, fraction }),
  });
  writeProgress(dataDir, { step: 'listening', fraction: 0 });
  const controlToken = Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');
  const cabinet = { store, clock: calendar.clock, random, log, settings: defaultSettings };
  const gateway = await openPhones(dataDir, calendar.clock);
  const delivery = createDelivery({ ...cabinet, gateway });
  const phones = servePhones({ ...cabinet, phones: gateway, delivery });
  const authenticators = await openAuthenticators({ dataDir, store, clock: calendar.clock });
  const acquirer = await startAcquirer({ dataDir, host: options.acquirer, random, log });
  const app: FastifyInstance = await createCabinet({
    ...cabinet,
    acquirer: connectAcquirer({ ...acquirer, publicUrl: () => app.listeningOrigin, clock }),
    sandbox: { controlToken, clock: billed(calendar, cabinet), phones, authenticators },
  });
  const node = { ...cabinet, delivery, billingSchedule: BILLING_SCHEDULE };
  // What fell due while the sandbox slept is done before anybody looks.
  await billing(node).run(AbortSignal.any([]));
  const jobs = startJobs(jobsOf(node), log);
  const wanted = options.port ?? (await readJson<{ port: number }>(files.port))?.port ?? 0;
  const port = await listen(app, wanted);
  await writeJson(files.port, { port });
  await writeJson(files.state, {
    ...self,
    url: `http://${HOST}:${port}`,
    port,
    control_token: controlToken,
    started_at: clock.now().toISOString(),
    version: options.version,
    data_version: DATA_VERSION,
  } satisfies StateFile);
  forgetProgress(dataDir);
  log.info({ port }, 'serving');
  return async () => {
    await rm(files.state, { force: true });
    await app.close();
    await acquirer.stop();
    await jobs.stop();
    await delivery.stop();
    await store.close();
    log.info('stopped');
  };
}

/** A calendar that has moved when everything that fell due is done, the news are out and no used code is in the future. */
function billed(
  calendar: Calendar,
  { store, settings }: Pick<CabinetOptions, 'store' | 'settings'>,
): Calendar {
  return {
    ...calendar,
    async advance(seconds) {
      await calendar.advance(seconds);
      const now = calendar.clock.now();
      await runBilling(store, { until: now, settings });
      await announceNews(store, { now });
    },
    async reset() {
      await calendar.reset();
      await store.transact((tx) => forgetUsedCodes(tx));
    },
  };
}

/** Listens on the port that was asked for, or on any other when somebody has it. */
async function listen(app: FastifyInstance, wanted: number): Promise<number> {
  try {
    await app.listen({ host: HOST, port: wanted });
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken) throw error;
    await app.listen({ host: HOST, port: 0 });
  }
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the sandbox listens on no port');
  return address.port;
}
