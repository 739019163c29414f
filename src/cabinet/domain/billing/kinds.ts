import type { DueKind } from '../../storage/billing/dues.ts';
import type { MovementKind } from '../../storage/billing/movements.ts';
import type { Book, TransactionKind } from '../ledger/rules.ts';
import { movementNames } from '../usage/movements.ts';

interface Movement {
  transaction: TransactionKind;
  source: Book;
  target: Book;
  fee_book?: Book;
  subject?: string;
  /** The row of call detail: its type, and its name by the title of the subject. */
  detail?: Pick<MovementKind, 'usage_type'> & { direction?: 'in' | 'out'; name: (title: string) => string };
}

const service = { usage_type: 'service' } as const;

/** The movement of each thing that falls due; offers and blocks move nothing. */
const movements: { [Kind in Exclude<DueKind, 'offer' | 'block'>]: Movement } = {
  gift: {
    transaction: 'gift_release',
    source: 'hold',
    target: 'wallet',
    subject: 'gift',
    detail: { ...service, name: movementNames.giftReturned },
  },
  promise: {
    transaction: 'promise_repaid',
    source: 'wallet',
    target: 'credit.promised',
    fee_book: 'revenue.promise',
    subject: 'promise',
    detail: { usage_type: 'payment', name: movementNames.promiseRepaid },
  },
  tariff: {
    transaction: 'tariff_fee',
    source: 'wallet',
    target: 'revenue.tariff',
    subject: 'tariff',
    detail: { ...service, name: movementNames.tariffFee },
  },
  service: {
    transaction: 'service_fee',
    source: 'wallet',
    target: 'revenue.service',
    subject: 'service',
    detail: { ...service, name: movementNames.serviceFee },
  },
  tone: {
    transaction: 'tone_fee',
    source: 'wallet',
    target: 'revenue.tone',
    detail: { ...service, name: movementNames.toneFee },
  },
  melody: {
    transaction: 'melody',
    source: 'wallet',
    target: 'revenue.tone',
    subject: 'melody',
    detail: { ...service, name: movementNames.melody },
  },
  bonus: {
    transaction: 'bonus_posting',
    source: 'bonus.issued',
    target: 'bonus',
    detail: { usage_type: 'bonus', direction: 'in', name: movementNames.bonus },
  },
  bonus_lot: { transaction: 'bonus_expiry', source: 'bonus', target: 'bonus.issued', subject: 'lot' },
};

/** Stands for a title where a name is taken apart; no title has it. */
const TITLE = '\u0000';

function toStorage([kind, movement]: [string, Movement]): MovementKind {
  const { transaction, source, target, fee_book = null, subject = null, detail } = movement;
  const [prefix = '', suffix = ''] = detail?.name(TITLE).split(TITLE) ?? [];
  return {
    kind: kind as DueKind,
    transaction,
    source,
    target,
    fee_book,
    subject,
    usage_type: detail?.usage_type ?? null,
    direction: detail?.direction ?? null,
    prefix,
    suffix,
  };
}

const all = Object.entries(movements).map(toStorage);

/** How the kinds that are present move money. */
export function movementsOf(kinds: ReadonlySet<DueKind>): MovementKind[] {
  return all.filter(({ kind }) => kinds.has(kind));
}
