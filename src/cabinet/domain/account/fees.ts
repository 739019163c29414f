import type { Kopecks } from '../../../shared/money.ts';
import type { Settings } from '../../settings.ts';
import { type ChargedRow, readMelodyFees, readServiceFees } from '../../storage/account/fees.ts';
import { type LineRow, readLine } from '../../storage/lines/reader.ts';
import type { Reader } from '../../storage/schema.ts';
import { readTariff, type TariffRow } from '../../storage/tariffs/reader.ts';
import { findToneService } from '../../storage/tones/reader.ts';
import { type LineState, lineState } from '../lines/rules.ts';

/** Something that is taken by itself. */
export interface Fee {
  kind: 'tariff' | 'service' | 'tone_service' | 'melody';
  /** Of the catalogue, with its names; null for the tone service, which is in none. */
  of: { id: string; name_ru: string; name_en: string } | null;
  amount: Kopecks;
  period: 'day' | 'month' | '30_days';
  state: 'active' | 'paused' | 'blocked';
  nextAt: Date | null;
  pausedSince: Date | null;
}

/**
 * Everything that the line pays again and again, in the order in which a top-up resumes it (R8, R10). A disconnected line
 * pays nothing; a blocked one pays when it is unblocked, on dates that are counted then (R9).
 */
export async function readFees(
  db: Reader,
  line: LineRow,
  { tariff, state, settings }: { tariff: TariffRow; state: LineState; settings: Settings },
): Promise<Fee[]> {
  if (state === 'disconnected') return [];
  const services = await readServiceFees(db, line.account_id);
  const tone = await findToneService(db, line.account_id);
  const melodies = await readMelodyFees(db, line.account_id);
  const blocked = state === 'blocked';
  const fees = [
    tariffFee(line, tariff, blocked),
    ...services.map((row) => feeOf('service', row, row.fee_period ?? 'month', blocked)),
    ...(tone && tone.state !== 'off' ? [toneFee(tone, settings, blocked)] : []),
    ...melodies.map((row) => feeOf('melody', row, '30_days', blocked)),
  ];
  return fees.filter((fee) => fee.amount > 0n);
}

/** The fees of a line as they are at `now`. */
export async function feesOf(
  db: Reader,
  { accountId, now, settings }: { accountId: bigint; now: Date; settings: Settings },
): Promise<Fee[]> {
  const line = await readLine(db, accountId);
  const tariff = await readTariff(db, line.tariff_id);
  return readFees(db, line, { tariff, state: lineState(line, now), settings });
}

/** R8: since when the base rates apply, because the tariff's fee is not paid; a disconnected line has no rates. */
export function baseRatesSince(line: Pick<LineRow, 'fee_unpaid_since'>, state: LineState): Date | null {
  return state === 'disconnected' ? null : line.fee_unpaid_since;
}

function tariffFee(line: LineRow, tariff: TariffRow, blocked: boolean): Fee {
  const { tariff_id: id, name_ru, name_en, fee: amount } = tariff;
  const paused_since = line.fee_unpaid_since;
  const row = { id, name_ru, name_en, amount, next_fee_at: line.next_fee_at, paused_since };
  return feeOf('tariff', row, '30_days', blocked);
}

function toneFee(
  tone: { next_fee_at: Date | null; paused_since: Date | null },
  settings: Settings,
  blocked: boolean,
): Fee {
  const amount = settings.toneDailyFee;
  return { kind: 'tone_service', of: null, amount, period: 'day', ...turnOf(tone, blocked) };
}

function feeOf(kind: Fee['kind'], row: ChargedRow, period: Fee['period'], blocked: boolean): Fee {
  const { id, name_ru, name_en, amount } = row;
  return { kind, of: { id, name_ru, name_en }, amount, period, ...turnOf(row, blocked) };
}

function turnOf(
  { next_fee_at, paused_since }: { next_fee_at: Date | null; paused_since: Date | null },
  blocked: boolean,
): Pick<Fee, 'state' | 'nextAt' | 'pausedSince'> {
  if (paused_since) return { state: 'paused', nextAt: null, pausedSince: paused_since };
  if (blocked) return { state: 'blocked', nextAt: null, pausedSince: null };
  return { state: 'active', nextAt: next_fee_at, pausedSince: null };
}
