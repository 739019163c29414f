import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/cabinet/storage/store.ts';
import { type OperationId, operations } from '../../../src/contract/index.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { staffRoles } from '../../../src/contract/operations/staff.ts';
import { openStore } from '../../support/engines.ts';
import { type Answer, ask } from '../../support/http.ts';
import { addOtherRegion, moveAway, newContract, newReissue } from '../../support/issuing.ts';
import { openSession } from '../../support/sessions.ts';
import { snapshot } from '../../support/snapshot.ts';
import { newReplyKey, openStaffSession } from '../../support/staff.ts';
import { type RunningCabinet, startCabinet } from '../../support/start-cabinet.ts';
import { addCatalogue, addSubscriber, CODEWORD, type Subscriber } from '../../support/subscribers.ts';
import {
  ofNobody,
  ofSandbox,
  ofStaff,
  ofSubscribers,
  type Target,
  unrecordedOfStaff,
} from './matrix-table.ts';

type Role = (typeof staffRoles)[number];
/** Somebody with a token, or nobody. */
type Who = Role | 'subscriber' | 'nobody';
const everyone: readonly Who[] = [...staffRoles, 'subscriber', 'nobody'];

/** What every refusal may write: the trail, and the words of a refusal under its key. */
const WRITTEN_BY_REFUSALS = ['staff_audit', 'staff_audit_head', 'staff_idempotency_keys'];

const NOWHERE = '01900000-0000-7000-8000-000000000000';
/** `self` has the subscriber's token; `own` is another one whom the members serve. */
type People = Record<'self' | 'own' | 'foreign' | 'missing', Subscriber>;
const MISSING: Subscriber = { accountId: 0n, msisdn: '9009999999', networkLogin: '', password: '' };
const SEEN_FOR = 'Обращение 4711';

/** R16, OWASP API1 and API5: every operation, by everybody, about one's own, somebody else's and nobody's. */
describe('who may do what', () => {
  let store: Store;
  let cabinet: RunningCabinet;
  const tokens: Partial<Record<Who, string>> = {};
  const logins: Partial<Record<Who, string>> = {};
  let people: People;

  beforeAll(async () => {
    store = await openStore('postgresql');
    await addCatalogue(store);
    await addOtherRegion(store);
    const clock = { offset: () => 0, act: () => {}, advance: async () => {}, reset: async () => {} };
    cabinet = await startCabinet(store, { sandbox: { controlToken: 'control', clock } });
    people = {
      self: await addSubscriber(store),
      own: await addSubscriber(store),
      foreign: await addSubscriber(store),
      missing: MISSING,
    };
    await moveAway(store, people.foreign.accountId);
    const now = cabinet.clock.now();
    tokens.subscriber = await openSession(store, people.self.accountId, now);
    for (const role of staffRoles) {
      const { token, login } = await openStaffSession(store, { role, regionId: 66 }, now);
      tokens[role] = token;
      logins[role] = login;
    }
    await openStaffSession(store, { login: 'another', role: 'issuer' }, now);
  });
  afterAll(async () => {
    await cabinet.stop();
    await store.close();
  });

  it('is written down for every operation there is', () => {
    const named = Object.keys({ ...ofStaff, ...ofSubscribers, ...ofNobody, ...ofSandbox });
    expect(named.sort()).toEqual(Object.keys(operations).sort());
  });

  /** A call that reaches its handler: with a body that is taken, about its target. */
  const call = (who: Who, id: OperationId, target: Target, as?: Subscriber): Promise<Answer> => {
    const operation: Operation = operations[id];
    const { path, body } = requestOf(operation, { target, who, people, logins });
    const headers = as && { 'lisa-as': as.msisdn, 'lisa-reason': encodeURIComponent(SEEN_FOR) };
    const token = tokens[who];
    return ask(cabinet, path, {
      method: operation.method,
      ...(token !== undefined && { token }),
      ...(body !== undefined && { body }),
      ...(headers && { headers }),
    });
  };

  let written = 0n;
  /** What the trail says that it did not say when it was last asked. */
  const newActs = async () => {
    const acts = await store.read((db) =>
      db.selectFrom('staff_audit').selectAll().where('sequence', '>', written).orderBy('sequence').execute(),
    );
    written = acts.at(-1)?.sequence ?? written;
    return acts;
  };

  /** The call of a member, and that the trail says so; of what is passive it says nothing. */
  const recorded = async (who: Role, id: OperationId, target: Target, as?: Subscriber): Promise<Answer> => {
    const answer = await call(who, id, target, as);
    const result = answer.body?.code ?? 'done';
    const asked = as !== undefined && !['subscriber_only', 'role_forbidden'].includes(result);
    const act = { member: logins[who], role: who, action: id, result, dry_run: false };
    const expected = expect.objectContaining({ ...act, ...(asked && { reason: SEEN_FOR }) });
    expect(await newActs()).toEqual(unrecordedOfStaff.includes(id) ? [] : [expected]);
    return answer;
  };

  /** The call of somebody who is no member: the trail says nothing of it. */
  const unrecorded = async (who: Who, id: OperationId, target: Target, as?: Subscriber): Promise<Answer> => {
    const answer = await call(who, id, target, as);
    expect(await newActs()).toEqual([]);
    return answer;
  };

  const unchanged = async (work: () => Promise<void>) => {
    const before = await snapshot(store, WRITTEN_BY_REFUSALS);
    await work();
    expect(await snapshot(store, WRITTEN_BY_REFUSALS)).toEqual(before);
  };

  describe.each(Object.entries(ofStaff) as [keyof typeof ofStaff, (typeof ofStaff)[keyof typeof ofStaff]][])(
    '%s',
    (id, { roles, results }) => {
      const targets = Object.keys(results) as Target[];
      const may = staffRoles.filter((role) => roles.split(' ').includes(role));

      it(`is refused to everybody but ${roles}, without an effect`, async () => {
        await unchanged(async () => {
          for (const target of targets) {
            for (const role of staffRoles.filter((each) => !may.includes(each))) {
              const { status, body } = await recorded(role, id, target);
              expect({ status, ...body }).toMatchObject({
                status: 403,
                code: 'role_forbidden',
                params: { role, allowed: expect.arrayContaining(may) },
              });
            }
            expect((await unrecorded('subscriber', id, target)).body.code).toBe('staff_only');
            expect((await unrecorded('nobody', id, target)).body.code).toBe('token_missing');
          }
        });
      });

      it(`answers ${roles}: ${Object.values(results).join(', ')}`, async () => {
        for (const role of may) {
          const answers = new Map<Target, Answer>();
          // What exists last: it may not be there afterwards.
          for (const target of targets.toReversed()) {
            const answer = await recorded(role, id, target);
            expect({ target, result: answer.body.code ?? 'done' }).toEqual({
              target,
              result: results[target],
            });
            answers.set(target, answer);
          }
          if (operations[id].path.includes('member')) continue;
          const foreign = answers.get('foreign');
          if (foreign) expect(told(foreign)).toEqual(told(answers.get('missing')));
        }
      });
    },
  );

  describe.each(Object.entries(ofSubscribers) as [OperationId, 'seen' | 'theirs'][])('%s', (id, kind) => {
    it('is a subscriber’s: members and nobody are refused, without an effect', async () => {
      await unchanged(async () => {
        for (const role of staffRoles) {
          expect((await recorded(role, id, 'any')).body.code).toBe('subscriber_only');
          if (role === 'support') continue;
          const asked = await recorded(role, id, 'any', people.self);
          expect(asked.body.code).toBe(kind === 'seen' ? 'role_forbidden' : 'subscriber_only');
        }
        expect((await unrecorded('nobody', id, 'any')).body.code).toBe('token_missing');
        expect((await unrecorded('subscriber', id, 'any', people.foreign)).body.code).toBe('staff_only');
      });
    });

    it(kind === 'seen' ? 'is seen by support, for its region' : 'is not seen by support', async () => {
      await unchanged(async () => {
        const own = await recorded('support', id, 'any', people.self);
        const foreign = await recorded('support', id, 'any', people.foreign);
        const missing = await recorded('support', id, 'any', people.missing);
        if (kind === 'seen') {
          expect(told(own)).toEqual(told(await call('subscriber', id, 'any')));
          expect([401, 403]).not.toContain(own.status);
          expect(missing.body.code).toBe('subscriber_not_found');
        } else expect([own, missing].map(({ body }) => body.code)).toEqual(Array(2).fill('subscriber_only'));
        expect(told(foreign)).toEqual(told(missing));
      });
    });

    it('lets a subscriber in', async () => {
      const { status, body } = await unrecorded('subscriber', id, 'any');
      expect([401, 500]).not.toContain(status);
      expect(['subscriber_only', 'staff_only', 'role_forbidden']).not.toContain(body?.code);
    });
  });

  it.each(Object.entries(ofSandbox) as [OperationId, string][])('%s is the sandbox’s', async (id, code) => {
    await unchanged(async () => {
      for (const who of everyone) {
        const answer = await unrecorded(who, id, 'any');
        expect(answer.body.code).toBe(who === 'nobody' ? 'token_missing' : code);
      }
    });
  });

  const open = Object.entries(ofNobody) as [OperationId, string][];
  it.each(open.filter(([, kind]) => kind === 'alike'))('%s answers everybody alike', async (id) => {
    const answers: unknown[] = [];
    for (const who of everyone) answers.push(told(await call(who, id, 'any')));
    await newActs();
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  // The last ones: what they end is needed before.
  it.each(open.filter(([, kind]) => kind !== 'alike'))('%s ends no session of the other kind', async (id) => {
    const [others, look] =
      id === 'deleteStaffSession'
        ? [['subscriber'] as const, 'getCurrentSession' as const]
        : [staffRoles, 'getStaffSession' as const];
    for (const who of others) {
      expect((await call(who, id, 'any')).status).toBe(204);
      expect((await call(who, look, 'any')).status).toBe(200);
    }
    expect((await call('nobody', id, 'any')).body.code).toBe('token_missing');
  });
});

/** What a caller is told, without what differs from one request to another. */
function told(answer: Answer | undefined) {
  const { request_id: _, ...body } = answer?.body ?? {};
  return { status: answer?.status, body };
}

interface About {
  target: Target;
  who: Who;
  people: People;
  logins: Partial<Record<Who, string>>;
}

/** Requests that are taken, so that what answers is the rule and not the schema. */
function requestOf(operation: Operation, about: About): { path: string; body?: unknown } {
  const { target, who, people, logins } = about;
  const person = target === 'any' ? people.own : people[target];
  const region = { own: 'sverdlovsk', foreign: 'omsk', missing: 'atlantis', any: 'sverdlovsk' }[target];
  const names = { own: logins[who] ?? 'nobody', foreign: 'another', missing: 'absent', any: '' };
  const order = newContract({ region });
  const { msisdn, network_login, tariff_id } = order;
  const because = { reason: 'Заявка 15' };
  const bodies: Partial<Record<string, unknown>> = {
    issueCredentials: order,
    checkIssues: { orders: [{ msisdn, network_login, region, tariff_id }] },
    reissueCredentials: newReissue({ check: { codeword: CODEWORD } }),
    createMember: {
      ...{
        login: target === 'missing' ? `new${who}` : names[target],
        name: 'Пётр',
        role: 'support',
        office: 'Тагил',
        region: null,
        own_lines: [],
      },
      reply_key: newReplyKey(),
    },
    disableMember: because,
    resetMember: { ...because, reply_key: newReplyKey() },
    completeEnrolment: { code: '123456', new_password: 'Chosen-Here-1' },
    changeStaffPassword: { current_password: 'x', code: '123456', new_password: 'weak' },
    createSession: { login: `900999999${everyone.indexOf(who)}`, password: 'x' },
    createStaffSession: { login: `nobody${who}`, password: 'x' },
  };
  const staffPath = operation.path.includes('/staff/members/') ? names[target] : person.msisdn;
  const path = operation.path.replace('{login}', staffPath).replaceAll(/\{\w+\}/g, NOWHERE);
  const search = operation.id === 'findSubscribers' ? `?query=${person.msisdn}` : '';
  const body = bodies[operation.id] ?? (operation.body ? {} : undefined);
  return { path: path + search, ...(body !== undefined && { body }) };
}
