import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnBothEngines } from '../../support/engines.ts';
import { ask, logIn } from '../../support/http.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addSubscriber } from '../../support/subscribers.ts';

describeOnBothEngines('createSession', (store) => {
  let cabinet: RunningCabinet;
  beforeAll(async () => {
    cabinet = await startCabinet(store());
  });
  afterAll(() => cabinet.stop());

  it('shows the balance to whoever logged in', async () => {
    const subscriber = await addSubscriber(store(), { wallet: 123_45n });
    const token = await logIn(cabinet, subscriber);
    const answer = await ask(cabinet, '/v1/balance', { token });
    expect(answer.body).toMatchObject({ balance: { amount: '123.45', currency: 'RUB' } });
    expect(answer.status).toBe(200);
  });
});
