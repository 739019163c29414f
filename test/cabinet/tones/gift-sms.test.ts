import { beforeEach, expect, it } from 'vitest';
import { runBilling } from '../../../src/cabinet/domain/billing/runBilling.ts';
import { defaultSettings as settings } from '../../../src/cabinet/settings.ts';
import { DAY_MS } from '../../../src/shared/period.ts';
import { START } from '../../support/clock.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { sendSms, smsTo } from '../../support/sms.ts';
import { addToneService } from '../../support/tones.ts';

describeCabinet('the SMS of a gift (R11)', (test) => {
  beforeEach(() => test().cabinet.clock.set(START));

  /** Ann gives Bob, who has no tone service, a melody; `answer` is what comes back for an SMS from Bob. */
  async function offered(melody = 'yolka') {
    const ann = await test().subscribe({ wallet: 100_00n });
    await addToneService(test().store, ann.accountId);
    const bob = await test().subscribe();
    const { gift } = (await ann.call.post('/v1/tone-gifts', { melody, to: bob.msisdn })).body;
    const [text = ''] = await inbox(bob.msisdn);
    const answer = (code: string, from = bob.msisdn) =>
      sendSms(test().store, test().cabinet, { from, to: '1071', text: code });
    const state = async () => (await ann.call.get('/v1/tone-gifts')).body.items[0].state;
    return { ann, bob, gift, text, ...codesIn(text), answer, state };
  }

  const inbox = (msisdn: string) => smsTo(test().store, msisdn);

  function codesIn(text: string): { accept: string; refuse: string } {
    const [accept = '', refuse = ''] = text.match(/\b\d{6}\b/g) ?? [];
    return { accept, refuse };
  }

  /** A code that means nothing. */
  function wrong({ accept, refuse }: { accept: string; refuse: string }): string {
    return ['000000', '000001', '000002'].find((code) => code !== accept && code !== refuse) ?? '';
  }

  it('brings two different codes, who it is from, what it costs and until when', async () => {
    const { ann, text, accept, refuse } = await offered();
    const number = ann.msisdn.replace(/(\d{3})(\d{3})(\d\d)(\d\d)/, '$1 $2-$3-$4');
    expect(text).toContain(`Абонент ${number} дарит вам мелодию «Ёлка»`);
    expect(text).toContain('до 06.03 14:00');
    expect(text).toContain('1,50 руб. в день');
    expect(accept).toMatch(/^\d{6}$/);
    expect(refuse).toMatch(/^\d{6}$/);
    expect(accept).not.toBe(refuse);
  });

  it('is kept without its codes', async () => {
    const { gift, accept, refuse } = await offered();
    const { row, sms } = await test().store.read(async (db) => ({
      row: await db
        .selectFrom('tone_gifts')
        .selectAll()
        .where('gift_id', '=', gift.id)
        .executeTakeFirstOrThrow(),
      sms: await db.selectFrom('sms_outbox').select(['kind', 'masked', 'sender']).execute(),
    }));
    expect(row.accept_code_hash).toHaveLength(32);
    expect(row.refuse_code_hash).not.toEqual(row.accept_code_hash);
    expect(sms.find(({ kind }) => kind === 'gift_offer')).toMatchObject({ sender: '1071' });
    for (const code of [accept, refuse]) {
      expect(sms.some(({ masked }) => masked.includes(code))).toBe(false);
    }
  });

  it('that is answered with the first code is accepted, and both sides are told', async () => {
    const { ann, bob, accept, answer, state } = await offered();
    const [reply] = await answer(` ${accept.slice(0, 3)} ${accept.slice(3)}\n`);
    expect(reply).toBe(
      'Подарок принят: мелодия «Ёлка» ваша до 04.04 14:00. Её слышат все, кто вам звонит. ' +
        'Услуга «Вместо гудков»: 1,50 руб. в день.',
    );
    expect(await state()).toBe('accepted');
    expect((await bob.call.get('/v1/tones')).body.playing.melody.id).toBe('yolka');
    expect((await inbox(ann.msisdn)).at(-1)).toMatch(
      /принял ваш подарок: мелодия «Ёлка»\. Списано 30,00 руб\.$/,
    );
    expect((await ann.call.get('/v1/balance')).body).toMatchObject({
      balance: { amount: '70.00' },
      held: { amount: '0.00' },
    });
  });

  it('that is answered with the second code is refused, and the money is back', async () => {
    const { ann, refuse, answer, state } = await offered();
    expect(await answer(refuse)).toEqual(['Вы отказались от подарка: мелодия «Ёлка».']);
    expect(await state()).toBe('refused');
    expect((await inbox(ann.msisdn)).at(-1)).toMatch(/отказался от подарка.* Возвращено 30,00 руб\.$/);
    expect((await ann.call.get('/v1/balance')).body.balance.amount).toBe('100.00');
  });

  it('counts once, whichever code comes next', async () => {
    const { accept, refuse, answer, state } = await offered();
    await answer(accept);
    expect(await answer(accept)).toEqual(['Этот подарок вы уже приняли.']);
    expect(await answer(refuse)).toEqual(['Этот подарок вы уже приняли.']);
    expect(await state()).toBe('accepted');
  });

  it('is worth nothing after 24 hours', async () => {
    const { ann, accept, answer, state } = await offered();
    test().cabinet.clock.advance(DAY_MS);
    expect(await answer(accept)).toEqual(['Срок подарка вышел.']);
    expect(await state()).toBe('expired');
    await runBilling(test().store, { until: test().cabinet.clock.now(), settings });
    expect((await ann.call.get('/v1/balance')).body.balance.amount).toBe('100.00');
  });

  it('of each of two gifts answers that one', async () => {
    const { ann, bob, answer, accept } = await offered('yolka');
    test().cabinet.clock.advance(1);
    const second = (await ann.call.post('/v1/tone-gifts', { melody: 'kalinka', to: bob.msisdn })).body.gift;
    const codes = codesIn((await inbox(bob.msisdn)).at(-1) ?? '');
    await answer(codes.refuse);
    await answer(accept);
    const { items } = (await bob.call.get('/v1/tone-gifts')).body;
    expect(items.map(({ id, state }: { id: string; state: string }) => [id === second.id, state])).toEqual([
      [true, 'refused'],
      [false, 'accepted'],
    ]);
  });

  it('cannot be answered from another line, and a number that is not ours gets no answer', async () => {
    const { accept, answer, state } = await offered();
    const eve = await test().subscribe();
    expect(await answer(accept, eve.msisdn)).toEqual(['Такого кода нет. Осталось попыток: 4.']);
    expect(await answer(accept, '9999999999')).toEqual([]);
    expect(await state()).toBe('pending');
  });

  it('cannot be guessed: five answers that are no code end the tries of the day, and meet silence then', async () => {
    const { accept, answer, state, ...codes } = await offered();
    const bad = wrong({ accept, ...codes });
    expect(await answer('принять')).toEqual(['Ответьте шестью цифрами из SMS о подарке.']);
    for (const left of [3, 2, 1]) {
      expect(await answer(bad)).toEqual([`Такого кода нет. Осталось попыток: ${left}.`]);
    }
    const over = ['Неверных кодов слишком много. Ответьте на подарок в кабинете или завтра.'];
    expect(await answer(bad)).toEqual(over);
    for (const text of [accept, bad, 'спасибо']) expect(await answer(text)).toEqual([]);
    expect(await state()).toBe('pending');
    test().cabinet.clock.advance(DAY_MS);
    expect(await answer(bad)).toEqual(['Такого кода нет. Осталось попыток: 4.']);
  });

  it('tells nothing of the daily fee to somebody who has the service', async () => {
    const { ann, bob } = await offered();
    await addToneService(test().store, bob.accountId);
    await ann.call.post('/v1/tone-gifts', { melody: 'kalinka', to: bob.msisdn });
    expect((await inbox(bob.msisdn)).at(-1)).not.toContain('в день');
  });

  it('that is refused gives the giver’s paused tones another try', async () => {
    const { store, cabinet } = test();
    const { ann, refuse, answer } = await offered();
    const since = cabinet.clock.now();
    await store.transact((tx) =>
      tx
        .updateTable('tone_services')
        .set({ state: 'paused', next_fee_at: null, paused_since: since })
        .where('account_id', '=', ann.accountId)
        .execute(),
    );
    await answer(refuse);
    await runBilling(store, { until: cabinet.clock.now(), settings });
    expect((await ann.call.get('/v1/tones')).body.service.state).toBe('active');
    expect((await ann.call.get('/v1/balance')).body.balance.amount).toBe('98.50');
  });

  it('of a dry run is not sent', async () => {
    const { ann, bob } = await offered();
    await ann.call.post('/v1/tone-gifts?dry_run=true', { melody: 'kalinka', to: bob.msisdn });
    expect(await inbox(bob.msisdn)).toHaveLength(1);
  });
});
