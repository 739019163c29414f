import type { Static } from 'typebox';
import type { UsageRecord } from '../../contract/operations/usage.ts';
import type { MessageKey, Translator } from '../../messages/index.ts';

export type UsageRow = Static<typeof UsageRecord>;

/** The columns of exported call detail, in their order; snake_case heads of the locale-free dialects. */
export const usageColumns = [
  'start',
  'type',
  'direction',
  'counterpart',
  'place',
  'volume',
  'unit',
  'cost',
  'balance_after',
  'service',
] as const satisfies readonly (string & keyof Heads)[];

type Heads = { [Key in MessageKey as Key extends `detail.column.${infer Column}` ? Column : never]: true };

/** Cells for programs: ISO 8601 with offset, decimal point, codes. */
export function plainCells(row: UsageRow): string[] {
  return [
    guard(row.started_at),
    row.type,
    row.direction ?? '',
    number(row.counterpart),
    guard(row.place ?? ''),
    String(row.volume),
    row.unit,
    amount(row.cost.amount),
    amount(row.balance_after.amount),
    guard(row.service ?? ''),
  ];
}

/** Cells for Excel in Russian: «01.10.2026 12:34:56» on the line's wall clock, decimal comma, words. */
export function russianCells(words: Translator): (row: UsageRow) => string[] {
  const word = remembering(words);
  return (row) => [
    russianInstant(row.started_at),
    word(`detail.type.${row.type}`),
    row.direction === null ? '' : word(`detail.direction.${row.direction}`),
    number(row.counterpart),
    guard(row.place ?? ''),
    String(row.volume),
    word(`detail.unit.${row.unit}`),
    amount(row.cost.amount).replace('.', ','),
    amount(row.balance_after.amount).replace('.', ','),
    guard(row.service ?? ''),
  ];
}

function remembering(words: Translator): (key: MessageKey) => string {
  const known = new Map<MessageKey, string>();
  return (key) => {
    let text = known.get(key);
    if (text === undefined) {
      text = words(key);
      known.set(key, text);
    }
    return text;
  };
}

function russianInstant(instant: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}:\d{2})/.exec(instant);
  return match ? `${match[3]}.${match[2]}.${match[1]} ${match[4]}` : guard(instant);
}

const PHONE = /^\+?\d+$/;
const AMOUNT = /^-?\d+[.,]\d{1,2}$/;

/** A phone number stays as it is, a name in its place is text. */
function number(counterpart: string | null): string {
  if (counterpart === null) return '';
  return PHONE.test(counterpart) ? counterpart : guard(counterpart);
}

/** Exempt from the guard only while it is an amount: ASVS 1.2.10 names no exception. */
function amount(text: string): string {
  return AMOUNT.test(text) ? text : guard(text);
}

/** Starts that make a spreadsheet take a text for a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

/** Keeps a text from running as a formula (CWE-1236, ASVS 1.2.10) by a leading apostrophe. */
export function guard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
