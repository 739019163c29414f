import { expect, it } from 'vitest';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { type StaffCaller, staffCaller } from '../../support/staff.ts';

const of = (items: { member: string }[]) => items.map(({ member }) => member);

describeCabinet('the audit trail over the API (R16)', (test) => {
  let one: Promise<StaffCaller> | undefined;
  const auditor = () => {
    one ??= staffCaller(test().store, test().cabinet, { role: 'auditor' });
    return one;
  };

  it('tells who did what, about whom, why and from where, and that the auditor read it', async () => {
    const { get, member } = await auditor();
    await get('/v1/staff/members/nobody', { reason: 'Проверка офиса' });
    const { status, body } = await get('/v1/staff/audit');
    expect(status).toBe(200);
    expect(body.items[0]).toMatchObject({
      member: member.login,
      role: 'auditor',
      office: member.office,
      action: 'getMember',
      subject: 'member:nobody',
      reason: 'Проверка офиса',
      source: '127.0.0.1',
      result: 'member_not_found',
      dry_run: false,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const again = await get('/v1/staff/audit');
    expect(again.body.items[0]).toMatchObject({ action: 'listAudit', subject: 'trail:all', result: 'done' });
  });

  it('is read by member, subject, action and time, in pages without a gap', async () => {
    const { store, cabinet } = test();
    const issuer = await staffCaller(store, cabinet, { role: 'issuer' });
    for (let turn = 0; turn < 3; turn += 1) await issuer.get('/v1/staff/audit');
    const { get } = await auditor();
    const { body: refused } = await get(`/v1/staff/audit?by=${issuer.member.login}&action=listAudit`);
    expect(of(refused.items)).toEqual(Array(3).fill(issuer.member.login));
    expect(refused.items[0].result).toBe('role_forbidden');
    const { body: first } = await get(`/v1/staff/audit?by=${issuer.member.login}&limit=2`);
    const { body: rest } = await get(`/v1/staff/audit?by=${issuer.member.login}&after=${first.next}`);
    expect([...first.items, ...rest.items].map(({ sequence }) => sequence)).toEqual(
      refused.items.map(({ sequence }: { sequence: number }) => sequence),
    );
    const { body: nobody } = await get('/v1/staff/audit?on=nobody');
    expect(nobody.items).toMatchObject([{ subject: 'member:nobody' }]);
    const { body: before } = await get(`/v1/staff/audit?to=2020-01-01T00:00:00Z`);
    expect(before).toEqual({ items: [], next: null });
  });

  it('is proven whole, and its end compared with one that was noted', async () => {
    const { get } = await auditor();
    const { body } = await get('/v1/staff/audit/verification');
    expect(body).toMatchObject({ rows: body.head.sequence, problems: [] });
    const { sequence, hash } = body.head;
    const same = await get(`/v1/staff/audit/verification?expect=${sequence}:${hash}`);
    expect(same.body.problems).toEqual([]);
    const other = await get(`/v1/staff/audit/verification?expect=${sequence}:${'0'.repeat(64)}`);
    expect(other.body.problems).toEqual([{ sequence, kind: 'anchor_differs' }]);
  });

  it('refuses a page, an anchor and a moment that are none', async () => {
    const { get } = await auditor();
    for (const query of ['after=x', 'expect=1:2', 'from=yesterday', 'wanted=1'])
      expect((await get(`/v1/staff/audit?${query}`)).body.code).toBe('bad_request');
  });
});
