import { expect, test } from 'vitest';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { payManyTimes } from '../../support/campaign.ts';
import { openStore } from '../../support/engines.ts';

/** `npm run campaign:payments` makes more of them. */
const PAYMENTS = Number(process.env['PAYMENTS'] ?? 100);

test(`R14: of ${PAYMENTS} payments, with answers lost and callbacks repeated, each is credited once`, async () => {
  const store = await openStore('postgresql');
  try {
    const { payments, topUps, wallets } = await payManyTimes(store, PAYMENTS);
    expect(payments).toHaveLength(PAYMENTS);
    expect(payments.filter(({ state }) => state !== 'captured')).toEqual([]);
    expect(topUps).toHaveLength(PAYMENTS);
    expect(new Set(topUps.map(({ payment }) => payment)).size).toBe(PAYMENTS);
    const sum = (amounts: readonly { amount: bigint }[]) =>
      amounts.reduce((all, each) => all + each.amount, 0n);
    expect(sum(topUps)).toBe(sum(payments));
    expect(wallets).toBe(sum(payments));
    expect((await store.read((db) => verifyLedger(db))).findings).toEqual([]);
  } finally {
    await store.close();
  }
}, 600_000);
