import type { Locale, Translator } from '../../messages/index.ts';
import { formatAmount } from '../../shared/money.ts';
import { formatMsisdn } from '../../shared/msisdn.ts';
import type { Cell } from './result.ts';
import { sanitize } from './sanitize.ts';

/** Turns a cell into text. */
export type CellFormat = (cell: Cell) => string;

/** For pipes: the same bytes in every language and time zone. */
export const plainFormat: CellFormat = (cell) => {
  switch (cell.kind) {
    case 'text':
      return sanitize(cell.text);
    case 'word':
      return cell.code;
    case 'name':
      return sanitize(cell.code);
    case 'id':
      return sanitize(cell.id);
    case 'money':
      return formatAmount(cell.kopecks);
    case 'instant':
      return sanitize(cell.at);
    case 'msisdn':
      return sanitize(cell.msisdn);
    case 'volume':
      return String(cell.amount);
    case 'number':
      return String(cell.value);
    case 'none':
      return '';
  }
};

/** Keeps a number on one line. */
const NO_BREAK = '\u00a0';

/** For people: money, dates, volumes and words as their language writes them. Dates keep the offset the server gave. */
export function localeFormat(locale: Locale, t: Translator): CellFormat {
  return (cell) => {
    switch (cell.kind) {
      case 'word':
        return t(cell.label);
      case 'name':
        return sanitize(cell.shown);
      case 'id':
        return sanitize(cell.id.slice(-8));
      case 'money':
        return formatMoney(cell.kopecks, locale);
      case 'instant':
        return formatDateTime(cell.at, locale);
      case 'msisdn':
        return sanitize(formatMsisdn(cell.msisdn)).replace(' ', NO_BREAK);
      case 'volume':
        return formatVolume(cell.amount, cell.unit, locale, t);
      case 'number':
        return groupDigits(String(cell.value), locale);
      case 'none':
        return '—';
      default:
        return plainFormat(cell);
    }
  };
}

/** «1 234,56 ₽» and «₽1,234.56»: from the exact digits, never through a number. */
export function formatMoney(kopecks: bigint, locale: Locale): string {
  const [whole = '', fraction = ''] = formatAmount(kopecks < 0n ? -kopecks : kopecks).split('.');
  const sign = kopecks < 0n ? '−' : '';
  const digits = groupDigits(whole, locale);
  return locale === 'ru' ? `${sign}${digits},${fraction} ₽` : `${sign}₽${digits}.${fraction}`;
}

function groupDigits(digits: string, locale: Locale): string {
  const separator = locale === 'ru' ? NO_BREAK : ',';
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, separator);
}

/**
 * The wall clock of the line's region, as the server wrote it: «22.11.2026 14:36» and «22 Nov 2026, 14:36». A day
 * without a time stays a day; a time of no region is UTC and says so.
 */
export function formatDateTime(instant: string, locale: Locale): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}).*?(Z)?)?$/.exec(instant);
  if (!match) return sanitize(instant);
  const [, year, month = '', day = '', clock, utc] = match;
  const time = clock && (utc ? `${clock} UTC` : clock);
  if (locale === 'ru') return `${day}.${month}.${year}${time === undefined ? '' : ` ${time}`}`;
  const date = `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
  return time === undefined ? date : `${date}, ${time}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const MEBIBYTE = 1024 * 1024;

function formatVolume(
  amount: number,
  unit: 'second' | 'message' | 'byte' | 'item',
  locale: Locale,
  t: Translator,
): string {
  switch (unit) {
    case 'second': {
      const seconds = String(amount % 60).padStart(2, '0');
      return `${groupDigits(String(Math.floor(amount / 60)), locale)}:${seconds}`;
    }
    case 'message':
      return t('unit.messages', { count: amount });
    case 'byte':
      return amount >= 1024 * MEBIBYTE
        ? t('unit.gigabytes', { amount: decimal(amount / (1024 * MEBIBYTE), locale) })
        : t('unit.megabytes', { amount: decimal(amount / MEBIBYTE, locale) });
    case 'item':
      return groupDigits(String(amount), locale);
  }
}

function decimal(value: number, locale: Locale): string {
  const text = (Math.floor(value * 100) / 100).toString();
  return locale === 'ru' ? text.replace('.', ',') : text;
}
