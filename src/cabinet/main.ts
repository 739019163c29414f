import { randomBytes } from 'node:crypto';
import type { Writable } from 'node:stream';
import { pino } from 'pino';
import { Value } from 'typebox/value';
import manifest from '../../package.json' with { type: 'json' };
import { createMember } from '../contract/operations/staff-members.ts';
import type { Clock, Random } from '../shared/clock.ts';
import { type AcquirerOptions, openAcquirer } from './acquirer/setup.ts';
import { createCabinet } from './app.ts';
import { installCatalogue } from './catalogue/install.ts';
import { closeGracefully } from './close.ts';
import { type AuditReport, verifyAudit } from './domain/audit/verify.ts';
import { runBilling } from './domain/billing/runBilling.ts';
import { type LedgerReport, verifyLedger } from './domain/ledger/verify.ts';
import { createFirstAdministrator } from './domain/staff/firstAdministrator.ts';
import { type WatchedNode, watchNode } from './http/metrics.ts';
import { jobsOf } from './jobs/index.ts';
import { startJobs } from './jobs/start.ts';
import { isLoopback, parseListen } from './listen.ts';
import { maskDigits } from './mask.ts';
import { defaultSettings } from './settings.ts';
import { readSettings } from './settings-file.ts';
import { openDatabase, type Problem, SetupError } from './setup.ts';
import { openSmsService } from './sms/service.ts';
import { readSmscAccount, type SmsOptions } from './sms/setup.ts';
import { describeFailure } from './storage/failures.ts';
import { grantServer, roleExists } from './storage/privileges.ts';
import { readSmsLog, type SmsLogRow } from './storage/sms/log.ts';
import type { Store } from './storage/store.ts';
import { ensureComingMonths } from './storage/usage/partitions.ts';
import { readTls, type TlsOptions } from './tls.ts';

const clock: Clock = { now: () => new Date() };
const random: Random = { bytes: randomBytes };

export interface ServeOptions extends AcquirerOptions, SmsOptions, TlsOptions {
  /** `postgres://…`; may carry a password, and is never logged. */
  database: string;
  /** `HOST:PORT`; port 0 lets the system choose. */
  listen: string;
  settingsFile: string | undefined;
  /** Something in front speaks TLS and sets `X-Forwarded-For`. */
  behindProxy: boolean;
  /** `HOST:PORT` of this machine, for whoever watches the server. */
  metrics?: string | undefined;
  log: Writable;
  /** Called once, with the address that is served, and the one of its numbers. */
  onReady(url: string, metrics?: string): void;
}

interface BillOptions {
  database: string;
  settingsFile: string | undefined;
  until: Date | undefined;
  dryRun: boolean;
  onProgress(done: number): void;
  signal: AbortSignal;
}

type Failed = { problem: Problem; detail: string };

/** The server behind `lisa cabinet …`: the only place of the cabinet that touches the clock, randomness and signals. */
export const cabinet = {
  /** Serves until SIGTERM or SIGINT; then lets running requests finish. */
  serve: (options: ServeOptions) => reporting(() => serve(options)),

  /**
   * Brings the tables up to this version, call detail a year ahead; any number of nodes may do it at once. `serverRole` is
   * the one that the server will work under.
   */
  migrate: ({ database, serverRole }: { database: string; serverRole?: string | undefined }) =>
    withDatabase(database, 'any', async (store) => {
      if (serverRole !== undefined && !(await store.read((db) => roleExists(db, serverRole))))
        throw new SetupError('role_unknown', serverRole);
      const applied = await store.migrate();
      await store.transact(async (tx) => {
        await ensureComingMonths(tx, clock.now());
        if (serverRole !== undefined) await grantServer(tx, serverRole);
      });
      return { applied };
    }),

  /** Fills the catalogue where it is empty, and lets the first administrator in (R16). */
  init: ({ database, ...member }: { database: string; login: string; name: string; office: string }) =>
    withDatabase(database, 'current', async (store) => {
      for (const [field, value] of Object.entries(member))
        if (!Value.Check(createMember.body.properties[field as keyof typeof member], value))
          throw new SetupError('member_invalid', `${field} = ${value}`);
      return store.transact(async (tx) => {
        const catalogueInstalled = await installCatalogue(tx);
        const first = await createFirstAdministrator(tx, {
          ...member,
          now: clock.now(),
          random,
          settings: defaultSettings,
        });
        if (!first.ok) throw new SetupError('already_initialised', member.login);
        return { ...first.value, catalogueInstalled };
      });
    }),

  /** Proves that every transaction sums to zero, every balance equals its postings, and the audit trail is whole. */
  verify: ({ database }: { database: string }) =>
    withDatabase(database, 'current', (store) =>
      store.read(async (db) => ({
        ...ledgerOf(await verifyLedger(db)),
        audit: auditOf(await verifyAudit(db)),
      })),
    ),

  /** The newest messages to and from subscribers, newest first; secrets are masked. */
  messages: ({ database, ...query }: { database: string; msisdn: string | undefined; limit: number }) =>
    withDatabase(database, 'current', async (store) => {
      const messages = await store.read((db) => readSmsLog(db, query));
      return { messages: messages.map(messageOf) };
    }),

  /** Does everything that fell due until a moment, as a node that serves does every minute. */
  bill: ({ database, settingsFile, until = clock.now(), ...options }: BillOptions) =>
    withDatabase(database, 'current', async (store) => {
      const settings = await readSettings(settingsFile);
      const failed: string[] = [];
      const onFailure = (accountId: bigint) => failed.push(maskDigits(accountId));
      const kinds = await runBilling(store, { until, settings, ...options, onFailure });
      return { until, complete: !options.signal.aborted, failed, kinds };
    }),
};

async function serve(options: ServeOptions): Promise<{ served: true }> {
  const listen = parseListen(options.listen);
  if (!listen) throw new SetupError('listen_invalid', options.listen);
  const tls = await readTls(options);
  if (!tls && !options.behindProxy && !isLoopback(listen.host))
    throw new SetupError('listen_insecure', listen.host);
  const build = { version: manifest.version, node: process.version };
  const watched = options.metrics === undefined ? undefined : watchNode(options.metrics, clock, build);
  const metrics = watched?.metrics;
  const settings = await readSettings(options.settingsFile);
  const acquirer = await openAcquirer(options, clock);
  const smsc = await readSmscAccount(options);
  const log = pino({ base: null }, options.log);
  const onConnectionError = (error: Error) =>
    log.warn({ failure: describeFailure(error) }, 'connection lost');
  const store = await openDatabase({ url: options.database, random, onConnectionError }, 'serving');
  let numbers: Awaited<ReturnType<WatchedNode['serve']>> | undefined;
  try {
    numbers = await watched?.serve(store);
    const { behindProxy } = options;
    const app = await createCabinet({
      store,
      clock,
      random,
      log,
      settings,
      behindProxy,
      ...(tls && { tls }),
      ...(acquirer && { acquirer }),
      ...(metrics && { metrics }),
    });
    const stopped = stopSignal();
    const url = await app.listen(listen).catch((error: Error & { code?: string }) => {
      throw new SetupError(error.code === 'EADDRINUSE' ? 'address_in_use' : 'listen_invalid', error.message);
    });
    options.onReady(url, numbers?.url);
    if (!smsc) log.warn('no short-message service: messages wait, unless another node has one');
    const delivery = smsc && openSmsService({ smsc, store, clock, random, settings, log, metrics });
    const jobs = startJobs(jobsOf({ store, clock, settings, log, metrics, delivery }), log, metrics);
    log.info({ signal: await stopped }, 'stopping');
    await closeGracefully(app);
    await jobs.stop();
    await delivery?.stop();
    return { served: true };
  } finally {
    await numbers?.close();
    await store.close();
  }
}

function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
}

/** For a command that ends by itself: no statement is too long for it, and a lost connection fails its work. */
function withDatabase<T>(
  url: string,
  wanted: 'current' | 'any',
  work: (store: Store) => Promise<T>,
): Promise<T | Failed> {
  return reporting(async () => {
    const options = { url, random, statementTimeoutMs: 0, onConnectionError: () => {} };
    const store = await openDatabase(options, wanted);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  });
}

function ledgerOf({ accounts, transactions, postings, findings }: LedgerReport) {
  const problems = findings.map((finding) => ({
    kind: finding.kind,
    account: String(finding.accountId),
    subject: finding.kind === 'unbalanced_transaction' ? finding.transactionId : finding.book,
  }));
  const count = {
    accounts: Number(accounts),
    transactions: Number(transactions),
    postings: Number(postings),
  };
  return { ...count, problems };
}

function auditOf({ rows, head, problems }: AuditReport) {
  return {
    rows,
    head: head && { sequence: String(head.sequence), hash: head.hash.toString('hex') },
    problems: problems.map(({ sequence, kind }) => ({ sequence: String(sequence), kind })),
  };
}

function messageOf({ at, account_id, settled_at, ...sms }: SmsLogRow) {
  return {
    ...sms,
    at: at.toISOString(),
    account: account_id === null ? null : String(account_id),
    settledAt: settled_at?.toISOString() ?? null,
  };
}

async function reporting<T>(work: () => Promise<T>): Promise<T | Failed> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SetupError) return { problem: error.problem, detail: error.message };
    throw error;
  }
}
