import { expect, it } from 'vitest';
import { receiveSms } from '../../../src/cabinet/domain/sms/receive.ts';
import { defaultSettings } from '../../../src/cabinet/settings.ts';
import { describeOnBothEngines } from '../../support/engines.ts';
import { seededRandom } from '../../support/random.ts';
import { addSubscriber } from '../../support/subscribers.ts';

const random = seededRandom('received');

describeOnBothEngines('the log of what subscribers write', (store) => {
  it.each([
    ['a password', 'мой пароль Secret-77, код 123456', 'мой пароль ••• код •••'],
    ['a one-time password, which has no digit', 'вот он: kzmt-wqdh-bnrx, KZMT wqdh bnrx', 'вот он: •••, •••'],
    ['a password that its end would cut', `${'а '.repeat(45)}CorrectHorse-1`, `${'а '.repeat(45)}•••`],
    ['characters of control', 'а\u0000б\u001b[2J', 'а б •••'],
    ['half of a pair', 'а \ud83d', 'а \ufffd'],
    ['a hundred thousand letters', 'ж'.repeat(100_000), 'ж'.repeat(100)],
  ])('keeps of %s nothing that could be a secret, or that it cannot keep', async (_what, text, masked) => {
    const { msisdn: from } = await addSubscriber(store());
    const sms = { from, to: '5555', text, now: new Date('2026-03-01T09:00:00Z') };
    await receiveSms(store(), { ...sms, random, settings: defaultSettings });
    const rows = await store().read((db) =>
      db.selectFrom('sms_received').select('masked').where('msisdn', '=', from).execute(),
    );
    expect(rows).toEqual([{ masked }]);
  });
});
