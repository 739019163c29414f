import { expect, it } from 'vitest';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { ask, logIn } from '../../support/http.ts';

const NUMBER = '4111111111111111';

describeCabinet('a card number (R14)', (test) => {
  it.each([
    ['a field of a body', '/v1/tariff-switches', { tariff: NUMBER }, 'tariff'],
    ['an amount', '/v1/payments', { amount: { amount: NUMBER, currency: 'RUB' } }, 'amount.amount'],
    ['a number', '/v1/payments', { amount: Number(NUMBER) }, 'amount'],
    ['an unknown field', '/v1/payments', { card: { number: '4111 1111 1111 1111' } }, 'card.number'],
    ['a list', '/v1/payments', { cards: ['5555-5555-5555-4444'] }, 'cards.0'],
    ['the name of a field', '/v1/payments', { [NUMBER]: 1 }, 'body'],
    ['a name above a field', '/v1/payments', { [`x ${NUMBER}`]: { n: NUMBER } }, 'n'],
    ['a query', `/v1/payments?dry_run=${NUMBER}`, {}, 'dry_run'],
    ['a part of a path', `/v1/tone-gifts/${NUMBER}/accept`, undefined, 'gift'],
  ])('as %s is refused, and nothing of it is told or logged', async (_what, path, body, field) => {
    const { cabinet } = test();
    const ann = await test().subscribe();
    const answer = await ann.call.post(path, body);
    expect(answer).toMatchObject({ status: 422, body: { code: 'card_number_refused', params: { field } } });
    const told = JSON.stringify(answer.body) + cabinet.log();
    for (const text of [NUMBER, '4111 1111 1111 1111', '5555-5555-5555-4444', '4111']) {
      expect(told).not.toContain(text);
    }
  });

  it('as an idempotency key is refused', async () => {
    const ann = await test().subscribe();
    const answer = await ann.call.post('/v1/sim/block', { reason: 'lost' }, { key: NUMBER });
    expect(answer).toMatchObject({ status: 422, body: { code: 'card_number_refused' } });
  });

  it('as a password is refused before it is looked at', async () => {
    const ann = await test().subscribe();
    const answer = await ask(test().cabinet, '/v1/sessions', {
      method: 'POST',
      key: null,
      body: { login: ann.msisdn, password: NUMBER },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: 'card_number_refused' } });
    expect(await logIn(test().cabinet, ann)).toMatch(/^lisa_ses_/);
  });
});
