import { expect, it } from 'vitest';
import { createFirstAdministrator } from '../../../src/cabinet/domain/staff/firstAdministrator.ts';
import { readSecret } from '../../../src/cabinet/domain/staff/totp.ts';
import { defaultSettings } from '../../../src/cabinet/settings.ts';
import { updateAccess } from '../../../src/cabinet/storage/staff/members.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { ask } from '../../support/http.ts';
import { seededRandom } from '../../support/random.ts';
import { noteSecret } from '../../support/secrets.ts';
import { addMember, codeAt, readTrail } from '../../support/staff.ts';

const random = seededRandom('first administrator');

describeCabinet('the first administrator', (test) => {
  const create = (login: string) =>
    test().store.transact((tx) =>
      createFirstAdministrator(tx, {
        login,
        name: 'Главная',
        office: 'Центр',
        now: test().cabinet.clock.now(),
        random,
        settings: defaultSettings,
      }),
    );

  const logIn = async (password: string) => {
    const body = { login: 'chief', password };
    const answer = await ask(test().cabinet, '/v1/staff/sessions', { method: 'POST', key: null, body });
    if (answer.status === 201) noteSecret(answer.body.token);
    return answer;
  };
  const passwordOf = (outcome: Awaited<ReturnType<typeof create>>) => {
    if (!outcome.ok) throw new Error(`refused as ${outcome.refusal.kind}`);
    noteSecret(outcome.value.password);
    return outcome.value.password;
  };

  it('comes without another, again until the first login is complete, as an act of nobody (R16)', async () => {
    const lost = passwordOf(await create('chief'));
    const { token: stray } = (await logIn(lost)).body;
    const password = passwordOf(await create('chief'));
    expect((await logIn(lost)).body.code).toBe('wrong_credentials');
    const old = await ask(test().cabinet, '/v1/staff/enrolment', { token: stray });
    expect(old.body.code).toBe('session_revoked');
    const { token, ...session } = (await logIn(password)).body;
    expect(session).toMatchObject({ role: 'administrator', enrolment_required: true });
    const { body } = await ask(test().cabinet, '/v1/staff/enrolment', { token });
    const enrolled = await ask(test().cabinet, '/v1/staff/enrolment', {
      method: 'POST',
      token,
      key: null,
      body: {
        code: codeAt(readSecret(body.totp_secret), test().cabinet.clock.now()),
        new_password: 'Chosen-By-Me-1',
      },
    });
    noteSecret(enrolled.body.token);
    expect(enrolled.status).toBe(201);
    for (const login of ['chief', 'usurper'])
      expect(await create(login)).toEqual({ ok: false, refusal: { kind: 'member_exists' } });
    const acts = (await readTrail(test().store)).filter(
      ({ action }) => action === 'createFirstAdministrator',
    );
    const act = { member: null, role: null, subject: 'member:chief', source: null, result: 'done' };
    expect(acts).toMatchObject([act, act]);
  });

  it('is let in again when strangers have used up the locks of every administrator (R3), and not before', async () => {
    const useUpLock = async () => {
      for (let tries = 0; tries < defaultSettings.loginTries; tries++)
        expect((await logIn('Guessed-By-Me-1')).body.code).toBe('wrong_credentials');
      test().cabinet.clock.advance(defaultSettings.loginLockMs);
    };
    const refused = { ok: false, refusal: { kind: 'member_exists' } };
    const other = await addMember(test().store, { role: 'administrator' });
    for (let lock = 0; lock < defaultSettings.loginLocks; lock++) {
      expect(await create('chief')).toEqual(refused);
      await useUpLock();
    }
    expect((await logIn('Chosen-By-Me-1')).body.code).toBe('staff_reset_required');
    expect(await create('chief')).toEqual(refused);
    await test().store.transact((tx) => updateAccess(tx, other.memberId, { state: 'disabled' }));
    const password = passwordOf(await create('chief'));
    expect((await logIn(password)).body).toMatchObject({ enrolment_required: true });
  });
});
