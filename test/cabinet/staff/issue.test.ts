import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { verifyAudit } from '../../../src/cabinet/domain/audit/verify.ts';
import { verifyLedger } from '../../../src/cabinet/domain/ledger/verify.ts';
import { diary, payIn } from '../../support/billing.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { ask, logIn } from '../../support/http.ts';
import { addOtherRegion, firstLogin, newContract } from '../../support/issuing.ts';
import { noteSecret } from '../../support/secrets.ts';
import { addServices } from '../../support/services.ts';
import { newReplyKey, readTrail, type StaffCaller, staffCaller } from '../../support/staff.ts';

describeCabinet('issuing credentials (R16)', (test) => {
  let issuer: StaffCaller;
  beforeAll(async () => {
    await addOtherRegion(test().store);
    await addServices(test().store);
    issuer = await staffCaller(test().store, test().cabinet, { office: 'Тагил, Мира 1' });
  });

  const issue = async (
    wanted: Record<string, unknown> = {},
    { by = issuer, dryRun = false, ...how }: { key?: string; by?: StaffCaller; dryRun?: boolean } = {},
  ) => {
    const answer = await by.post(
      `/v1/staff/issues${dryRun ? '?dry_run=true' : ''}`,
      newContract(wanted),
      how,
    );
    if (answer.body.one_time_password) noteSecret(answer.body.one_time_password);
    return answer;
  };
  const accounts = () =>
    test().store.read((db) => db.selectFrom('accounts').select('account_id').orderBy('account_id').execute());

  it('answers with everything that the slip says', async () => {
    const contract = newContract();
    const { status, body } = await issue(contract);
    expect(status).toBe(201);
    expect(body).toEqual({
      account_id: expect.stringMatching(/^5\d{8}$/),
      contract_number: contract.contract_number,
      holder: 'Ковалёва Анна Сергеевна',
      msisdn: contract.msisdn,
      network_login: contract.network_login,
      tariff: { tariff_id: 'start', name: { ru: 'Старт', en: 'Start' } },
      region: { code: 'sverdlovsk', name: { ru: 'Свердловская область', en: 'Sverdlovsk region' } },
      office: 'Тагил, Мира 1',
      issued_at: '2026-03-05T14:00:00+05:00',
      one_time_password: expect.stringMatching(/^[a-z]{4}-[a-z]{4}-[a-z]{4}$/),
      one_time_password_expires_at: '2026-03-06T14:00:00+05:00',
    });
  });

  it('lets the subscriber in once, only to choose a password, then by any login (R1, ASVS 6.4.1)', async () => {
    const { cabinet } = test();
    const { body } = await issue();
    const first = { msisdn: body.account_id, password: body.one_time_password };
    const token = await logIn(cabinet, first);
    const balance = () => ask(cabinet, '/v1/balance', { token });
    expect((await balance()).body.code).toBe('password_change_required');
    await expect(logIn(cabinet, first)).rejects.toThrow('wrong_credentials');
    const change = { current_password: first.password, new_password: 'Chosen-Here-1' };
    await ask(cabinet, '/v1/password', { method: 'PUT', token, body: change });
    expect((await balance()).body).toMatchObject({ balance: { amount: '0.00' }, state: 'active' });
    for (const msisdn of [body.msisdn, body.network_login, body.account_id])
      await logIn(cabinet, { msisdn, password: 'Chosen-Here-1' });
  });

  it('lets nobody in by a permanent password before one is chosen', async () => {
    const { body } = await issue();
    for (const password of ['Correct-Horse-7', `${body.one_time_password}A1`])
      await expect(logIn(test().cabinet, { msisdn: body.msisdn, password })).rejects.toThrow(
        'wrong_credentials',
      );
  });

  it('takes a one-time password of an office for a day (R4)', async () => {
    const { cabinet } = test();
    const { body } = await issue();
    const now = cabinet.clock.now();
    cabinet.clock.set(new Date(now.getTime() + 86_400_000));
    const late = { msisdn: body.msisdn, password: body.one_time_password };
    await expect(logIn(cabinet, late)).rejects.toThrow('wrong_credentials');
    cabinet.clock.set(now);
  });

  it('keeps the codeword to unblock the SIM with, in whichever case it is said (R9)', async () => {
    const { cabinet } = test();
    const { body } = await issue({ codeword: '  ОБЛАКО ' });
    const token = await firstLogin(cabinet, body);
    const call = (path: string, sent: unknown) => ask(cabinet, path, { method: 'POST', token, body: sent });
    expect((await call('/v1/sim/block', { reason: 'lost' })).status).toBe(200);
    expect((await call('/v1/sim/unblock', { codeword: 'облако' })).status).toBe(200);
  });

  it('begins with base rates and the services of every line; the first money pays the fee (R8)', async () => {
    const { store, cabinet } = test();
    const { body } = await issue();
    const accountId = BigInt(body.account_id);
    const token = await firstLogin(cabinet, body);
    const look = async (path: string) => (await ask(cabinet, path, { token })).body;
    expect(await look('/v1/account')).toMatchObject({
      contract_date: '2026-03-05',
      tariff: { id: 'start', next_fee_at: null },
      base_rates_since: '2026-03-05T14:00:00+05:00',
      notifications: { news: false },
    });
    expect((await look('/v1/balance')).remains).toEqual([]);
    const { items } = await look('/v1/services');
    const connected = items.filter(({ state }: { state: string }) => state === 'active');
    expect(connected.map(({ id }: { id: string }) => id)).toEqual(['caller-id']);
    await payIn(store, accountId, 350_00n, '05.03 14:00');
    const after = await look('/v1/balance');
    expect(after).toMatchObject({ balance: { amount: '50.00' }, base_rates_since: null });
    expect(after.remains).toHaveLength(3);
    expect((await diary(store, accountId)).at(-1)).toMatch(/Старт.* -300\.00 → 50\.00$/);
    expect((await store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });

  it('refuses, in this order, one’s own line, an unknown region, a closed tariff and a taken login', async () => {
    const taken = await issue();
    const member = await staffCaller(test().store, test().cabinet, {
      regionId: 66,
      ownLines: ['9609000001'],
    });
    const bad = {
      msisdn: '9609000001',
      region: 'omsk',
      tariff_id: 'retro',
      network_login: taken.body.network_login,
    };
    const before = await accounts();
    const refusal = async (wanted: Record<string, unknown>) => {
      const { body } = await issue(wanted, { by: member });
      return `${body.code} ${JSON.stringify(body.params)}`;
    };
    expect(await refusal(bad)).toBe('own_line {}');
    expect(await refusal({ ...bad, msisdn: '9609000002' })).toBe('region_unknown {}');
    expect(await refusal({ tariff_id: 'retro' })).toBe('tariff_not_available {}');
    expect(await refusal({ tariff_id: 'nothing' })).toBe('tariff_not_available {}');
    expect(await refusal({ network_login: bad.network_login })).toBe('login_taken {"field":"network_login"}');
    expect(await refusal({ msisdn: taken.body.msisdn })).toBe('login_taken {"field":"msisdn"}');
    expect(await refusal({ account_id: taken.body.account_id })).toBe('login_taken {"field":"account_id"}');
    expect(await refusal({ account_id: taken.body.msisdn })).toBe('login_taken {"field":"account_id"}');
    const twice = { account_id: '9609000003', msisdn: '9609000003' };
    expect(await refusal(twice)).toBe('login_taken {"field":"account_id"}');
    expect(await accounts()).toEqual(before);
  });

  it('finds everything that stands in the way of many orders at once', async () => {
    const { body: taken } = await issue();
    const order = (wanted: Record<string, unknown> = {}) => {
      const { msisdn, network_login, region, tariff_id } = newContract();
      return { msisdn, network_login, region, tariff_id, ...wanted };
    };
    const orders = [
      order(),
      order({ msisdn: taken.msisdn, region: 'atlantis', tariff_id: 'retro' }),
      order({ account_id: taken.account_id, network_login: taken.network_login }),
    ];
    const { body } = await issuer.post('/v1/staff/issues/checks', { orders });
    expect(body.problems).toEqual([
      { order: 1, field: 'region', code: 'region_unknown' },
      { order: 1, field: 'tariff_id', code: 'tariff_not_available' },
      { order: 1, field: 'msisdn', code: 'login_taken' },
      { order: 2, field: 'account_id', code: 'login_taken' },
      { order: 2, field: 'network_login', code: 'login_taken' },
    ]);
  });

  it('offers the open tariffs, and the regions that the member serves', async () => {
    const member = await staffCaller(test().store, test().cabinet, { regionId: 66 });
    const path = '/v1/staff/issues/options';
    const { body } = await member.get(path);
    expect(body.regions.map(({ code }: { code: string }) => code)).toEqual(['sverdlovsk']);
    expect(body.tariffs.map((tariff: { tariff_id: string }) => tariff.tariff_id)).toEqual(['start', 'mega']);
    expect((await issuer.get(path)).body.regions).toHaveLength(2);
  });

  it('numbers accounts one after another, and goes round numbers that are taken', async () => {
    const first = BigInt((await issue()).body.account_id);
    await issue({ account_id: String(first + 1n) });
    await issue({ account_id: String(first + 2n) });
    await issue({ account_id: String(first + 4n) });
    const next = [(await issue()).body.account_id, (await issue()).body.account_id];
    expect(next).toEqual([String(first + 3n), String(first + 5n)]);
  });

  it('does nothing in a dry run, whose number the next one gets', async () => {
    const before = await accounts();
    const contract = newContract();
    const dry = await issue(contract, { dryRun: true });
    expect(dry.body).toMatchObject({ msisdn: contract.msisdn, one_time_password: '' });
    expect(await accounts()).toEqual(before);
    expect((await readTrail(test().store)).at(-1)).toMatchObject({ result: 'done', dry_run: true });
    expect((await issue(contract)).body.account_id).toBe(dry.body.account_id);
  });

  it('has one effect under one key, and the same password in each answer', async () => {
    const contract = newContract();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => issue(contract, { key })));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    expect(answers.filter(({ headers }) => headers.get('idempotent-replay') === 'true')).toHaveLength(19);
    const other = await issue({ ...contract, reply_key: newReplyKey() }, { key });
    expect(other.body).toMatchObject({ code: 'idempotency_key_reused', params: {} });
    expect(JSON.stringify(other.body)).not.toContain(answers[0]?.body.one_time_password);
  });

  it('gives a number to one of those who want it at once', async () => {
    const { msisdn } = newContract();
    const answers = await Promise.all(Array.from({ length: 8 }, () => issue({ msisdn })));
    const codes = answers.map(({ body }) => body.code ?? 'done').sort();
    expect(codes).toEqual(['done', ...Array(7).fill('login_taken')]);
  });

  it('is recorded whole, however many do it at once, with books that balance', async () => {
    const { store } = test();
    const before = (await readTrail(store)).length;
    const members = await Promise.all([1, 2, 3, 4].map(() => staffCaller(store, test().cabinet)));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => issue({}, { by: members[index % 4] ?? issuer })),
    );
    const numbers = answers.map(({ body }) => body.account_id);
    expect(new Set(numbers).size).toBe(20);
    const acts = (await readTrail(store)).slice(before);
    expect(acts.map(({ subject }) => subject).sort()).toEqual(numbers.map((id) => `account:${id}`).sort());
    expect((await store.read((db) => verifyAudit(db))).problems).toEqual([]);
    expect((await store.read((db) => verifyLedger(db))).findings).toEqual([]);
  });

  it('keeps password, codeword and document nowhere, in no log and under no key', async () => {
    const { store, cabinet } = test();
    const codeword = 'Звездопад7';
    const document = { kind: 'military_id', last_digits: '7319' };
    const { body } = await issue({ codeword, document });
    const password: string = body.one_time_password;
    const everywhere = await store.read(async (db) =>
      [
        await db.selectFrom('staff_idempotency_keys').selectAll().execute(),
        await db.selectFrom('staff_audit').selectAll().execute(),
        await db.selectFrom('credentials').selectAll().execute(),
        await db.selectFrom('one_time_passwords').selectAll().execute(),
        await db.selectFrom('identity_documents').select('last_digits_hash').execute(),
        await db.selectFrom('sms_outbox').selectAll().execute(),
      ]
        .flat()
        .map((row) => JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? `${value}` : value)))
        .join('\n'),
    );
    const secrets = [password, password.replaceAll('-', ''), codeword, codeword.toLowerCase()];
    for (const secret of [...secrets, '"7319"']) expect(everywhere).not.toContain(secret);
    for (const secret of secrets) expect(cabinet.log()).not.toContain(secret);
  });
});
