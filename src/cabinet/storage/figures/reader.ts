import { sql } from 'kysely';
import { type DueKind, readOverdue } from '../billing/dues.ts';
import type { Reader } from '../schema.ts';
import type { SmsState } from '../schema-messages.ts';
import type { CardPaymentsTable } from '../schema-payments.ts';

/** So many things wait, the oldest of them since a moment. */
export interface Waiting<K extends string> {
  kind: K;
  count: number;
  since: Date;
}

/** What the whole database has to do, whichever node will do it. Kinds of which nothing waits are left out. */
export interface Figures {
  /** What has fallen due and is not billed, since it fell due. */
  dues: Waiting<DueKind>[];
  /** Messages that wait or are under way, since they were written. */
  sms: Waiting<SmsState>[];
  /** Payments whose end is not known, since they began. */
  payments: Waiting<CardPaymentsTable['state']>[];
}

/** Counts what waits at `now`, up to `most` of each kind, so that looking costs the same however much there is. */
export async function readFigures(db: Reader, { now, most }: { now: Date; most: number }): Promise<Figures> {
  const dues = await readOverdue(db, { until: now, most });
  const sms = await sql<Waiting<SmsState>>`
    select state as kind, count(*)::int as count, min(created_at) as since from
      (select state, created_at from sms_outbox where next_at is not null order by next_at limit ${most}) waiting
    group by state`.execute(db);
  const payments = await sql<Waiting<CardPaymentsTable['state']>>`
    select p.state as kind, count(*)::int as count, min(p.created_at) as since from
      (select account_id, payment_id from card_payments_open order by ask_at limit ${most}) open
      join card_payments p using (account_id, payment_id)
    group by p.state`.execute(db);
  return { dues, sms: sms.rows, payments: payments.rows };
}
