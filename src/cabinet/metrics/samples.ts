import { setTimeout as sleep } from 'node:timers/promises';
import type { Registry } from 'prom-client';
import type { Clock } from '../../shared/clock.ts';
import { SECOND_MS } from '../../shared/period.ts';
import { type Figures, readFigures, type Waiting } from '../storage/figures/reader.ts';
import type { Store } from '../storage/store.ts';
import { instrumentsOf } from './instruments.ts';

interface Sampled {
  store: Store;
  clock: Clock;
}

/** Of each kind at most so many are counted. */
const MOST = 10_000;
/** A database that takes longer must not keep the other numbers from being read. */
const PATIENCE_MS = 3 * SECOND_MS;

/**
 * Numbers that are looked up when somebody asks, and not counted: the connections of this node, and what waits in the
 * database, which all nodes tell alike. Those of a database that does not answer are left out.
 */
export function samplesOf(registry: Registry, { store, clock }: Sampled): () => Promise<void> {
  const { gauge } = instrumentsOf(registry);
  const connections = gauge('lisa_database_connections', 'Connections of this node.', 'state');
  const queued = gauge('lisa_database_waiting', 'Pieces of work of this node that wait for a connection.');
  const answers = gauge('lisa_database_up', 'Whether the database told what waits.');
  const backlogs = {
    dues: backlog('lisa_billing_overdue', 'What has fallen due and is not billed', 'kind'),
    sms: backlog('lisa_sms_waiting', 'SMS that wait or are under way', 'state'),
    payments: backlog('lisa_payments_open', 'Payments whose end is not known', 'state'),
  };
  let reading: Promise<Figures | null> | undefined;

  function backlog(name: string, help: string, label: string) {
    const count = gauge(name, `${help}; ${MOST} stands for more, too.`, label);
    const age = gauge(`${name}_oldest_seconds`, `${help}: age of the oldest.`, label);
    return (waiting: readonly Waiting<string>[], now: Date) => {
      count.reset();
      age.reset();
      for (const { kind, count: much, since } of waiting) {
        count.set({ [label]: kind }, much);
        age.set({ [label]: kind }, Math.max(0, (now.getTime() - since.getTime()) / SECOND_MS));
      }
    };
  }

  return async () => {
    const now = clock.now();
    const { busy, idle, waiting } = store.connections();
    connections.set({ state: 'busy' }, busy);
    connections.set({ state: 'idle' }, idle);
    queued.set(waiting);
    reading ??= store
      .read((db) => readFigures(db, { now, most: MOST }))
      .catch(() => null)
      .finally(() => {
        reading = undefined;
      });
    const figures = await Promise.race([reading, sleep(PATIENCE_MS, null, { ref: false })]);
    answers.set(figures ? 1 : 0);
    for (const each of ['dues', 'sms', 'payments'] as const) backlogs[each](figures?.[each] ?? [], now);
  };
}
