import { assert } from '../../../shared/assert.ts';
import type { Kopecks } from '../../../shared/money.ts';
import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { readBalances } from '../../storage/ledger/reader.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import type { LineMelodiesTable, MelodiesTable } from '../../storage/schema-tones.ts';
import { findLineMelody, findMelody, readMelody } from '../../storage/tones/reader.ts';
import { putToneSetting, readToneSettings, type ToneSettingRow } from '../../storage/tones/settings.ts';
import { putLineMelody } from '../../storage/tones/writer.ts';
import { uuidv7 } from '../identifiers.ts';
import { charge } from '../ledger/charge.ts';
import { done, type Outcome } from '../outcome.ts';
import { movementNames } from '../usage/movements.ts';
import { type Connection, connectToneService, stopRenewingUnplayed } from './connect.ts';
import type { Moment } from './giftMoney.ts';
import { isPaid, isSameSlot, melodyPostings, refuseSetting, type Slot } from './settingRules.ts';

export interface SetTone {
  setting: ToneSettingRow;
  /** What stood in the slot before, as it is now; null when nothing did, or the same melody. */
  replaced: { melody: MelodiesTable; owned: LineMelodiesTable } | null;
  melody: LineMelodiesTable;
  /** What was taken now. */
  price: Kopecks;
  renewalPrice: Kopecks;
  connection: Connection;
  balanceBefore: Kopecks;
  balanceAfter: Kopecks;
}

interface Request extends Moment {
  accountId: bigint;
  melodyId: string;
  slot: Slot;
  /** Whether the melody is paid for again by itself. */
  renews: boolean;
  settings: Settings;
}

/**
 * Sets a melody for a caller or everyone, all day or for a period, in place of what stood there (R10). A melody that is
 * not paid is bought for 30 days; the first tone connects the service. The caller's transaction holds the lock of the
 * account. Refused as `refuseSetting` says.
 */
export async function setTone(tx: Writer, request: Request): Promise<Outcome<SetTone>> {
  const { accountId, melodyId, slot, now, random, settings } = request;
  const line = await readLine(tx, accountId);
  const melody = await findMelody(tx, melodyId);
  const all = await readToneSettings(tx, accountId);
  const before = all.find((setting) => isSameSlot(setting, slot));
  const owned = await findLineMelody(tx, accountId, melodyId);
  const { wallet } = await readBalances(tx, accountId);
  const price = owned && isPaid(owned, now) ? 0n : (melody?.price ?? 0n);
  const refusal = refuseSetting(
    { line, melody, slot, taken: !!before, count: all.length, limit: settings.toneSettings, price, wallet },
    now,
  );
  if (refusal) return refusal;
  assert(melody, 'a melody that does not exist is refused');
  const balanceAfter = await charge(tx, wallet, {
    accountId,
    kind: 'melody',
    details: { melody: melodyId },
    detail: { type: 'service', service: movementNames.melody(melody.title_ru) },
    postings: melodyPostings(price),
    at: now,
    random,
  });
  const row = obtained(owned, request);
  await putLineMelody(tx, row);
  const connection = await connectToneService(tx, accountId, now);
  const setting = {
    account_id: accountId,
    setting_id: before?.setting_id ?? uuidv7(now, random),
    melody_id: melodyId,
    ...slot,
    set_at: now,
  };
  await putToneSetting(tx, setting);
  return done({
    setting: { ...melody, ...setting },
    replaced: before && before.melody_id !== melodyId ? await replaced(tx, before) : null,
    melody: row,
    price,
    renewalPrice: melody.price,
    connection,
    balanceBefore: wallet,
    balanceAfter,
  });
}

/** What the line has of the melody: as long as it was paid for, or 30 days from now. */
function obtained(owned: LineMelodiesTable | undefined, request: Request): LineMelodiesTable {
  const { accountId, melodyId, now, renews, settings } = request;
  const paid = owned && isPaid(owned, now) ? owned : undefined;
  const paidUntil = paid?.paid_until ?? plus(now, settings.melodyPeriodMs);
  return {
    account_id: accountId,
    melody_id: melodyId,
    acquired_at: paid?.acquired_at ?? now,
    paid_until: paidUntil,
    renews,
    gift_id: paid?.gift_id ?? null,
    next_fee_at: renews ? paidUntil : null,
    paused_since: null,
  };
}

async function replaced(tx: Writer, before: ToneSettingRow): Promise<SetTone['replaced']> {
  await stopRenewingUnplayed(tx, before.account_id, before.melody_id);
  const owned = await findLineMelody(tx, before.account_id, before.melody_id);
  assert(owned, 'a setting plays a melody that the line has');
  return { melody: await readMelody(tx, before.melody_id), owned };
}
