import { expect, test } from 'vitest';
import { demo } from '../../../src/cabinet/sandbox/credentials.ts';
import { CARDS, payByCard } from '../../support/acquirer.ts';
import { ask, logIn } from '../../support/http.ts';
import { eventually } from '../../support/payments.ts';
import { sandboxFolder, startSandbox } from '../../support/sandbox.ts';
import { copySandbox, LONG } from '../../support/sandbox-cli.ts';

const MONTH_SECONDS = 30 * 24 * 3600;

test(
  'a sandbox has an acquirer, whose time is the real one while the calendar is a month ahead',
  async () => {
    const folder = sandboxFolder();
    await copySandbox(folder);
    const sandbox = await startSandbox(folder);
    const advanced = await ask(sandbox, '/v1/sandbox/clock/advance', {
      method: 'POST',
      token: sandbox.controlToken,
      key: null,
      body: { seconds: MONTH_SECONDS },
    });
    expect(advanced.status).toBe(200);
    const token = await logIn(sandbox, demo);
    const body = { amount: { amount: '100.00', currency: 'RUB' } };
    const created = await ask(sandbox, '/v1/payments', { method: 'POST', token, body });
    expect(created.status).toBe(201);
    await payByCard(created.body.checkout_url, CARDS.mir);
    const path = `/v1/payments/${created.body.payment.id}`;
    const settled = await eventually(async () => {
      const answer = await ask(sandbox, path, { token });
      return answer.body.payment.state === 'captured' ? answer : undefined;
    });
    expect(settled.body.payment).toMatchObject({ brand: 'mir', last4: '0004' });
  },
  LONG,
);
