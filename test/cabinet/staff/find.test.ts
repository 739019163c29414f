import { beforeAll, expect, it } from 'vitest';
import { describeCabinet } from '../../support/describe-cabinet.ts';
import { addOtherRegion, moveAway } from '../../support/issuing.ts';
import { readTrail, type StaffCaller, staffCaller } from '../../support/staff.ts';
import type { Subscriber } from '../../support/subscribers.ts';

const names = [
  'Ковалёва Анна Сергеевна',
  'Ковальчук Пётр Анатольевич',
  'Анненкова-Ковалёва Мария',
  "ООО «Уральские мосты» (О'Нил & Ко)",
];

describeCabinet('finding subscribers (R16)', (test) => {
  let support: StaffCaller;
  let people: Subscriber[];
  beforeAll(async () => {
    const { store, cabinet } = test();
    await addOtherRegion(store);
    support = await staffCaller(store, cabinet, { role: 'support', regionId: 66 });
    people = [];
    for (const holder of [...names, 'Ковалёва Чужая']) {
      const person = await test().subscribe();
      people.push(person);
      await store.transact((tx) =>
        tx.updateTable('accounts').set({ holder }).where('account_id', '=', person.accountId).execute(),
      );
    }
    await moveAway(store, people.at(-1)?.accountId ?? 0n);
  });

  const find = async (query: string, more = '') => {
    const { body } = await support.get(`/v1/staff/subscribers?query=${encodeURIComponent(query)}${more}`);
    return body;
  };
  const found = async (query: string) => {
    const { items } = await find(query);
    return items.map(({ holder }: { holder: string }) => names.indexOf(holder));
  };

  it('takes any login, a number in any spelling (R1), and the contract in any case', async () => {
    const [ann] = people;
    const msisdn = ann?.msisdn ?? '';
    const spelled = `+7 (${msisdn.slice(0, 3)}) ${msisdn.slice(3, 6)}-${msisdn.slice(6)}`;
    const network = ann?.networkLogin ?? '';
    for (const query of [
      String(ann?.accountId),
      msisdn,
      spelled,
      `8${msisdn}`,
      network,
      network.toUpperCase(),
    ])
      expect(await found(query), query).toEqual([0]);
    for (const query of [`Д-${ann?.accountId}`, ` д-${ann?.accountId} `])
      expect(await found(query)).toEqual([0]);
    expect((await find(msisdn)).items).toEqual([
      {
        account_id: String(ann?.accountId),
        contract_number: `Д-${ann?.accountId}`,
        holder: names[0],
        holder_kind: 'person',
        msisdn,
        network_login: network,
        region: { code: 'sverdlovsk', name: { ru: 'Свердловская область', en: 'Sverdlovsk region' } },
        state: 'active',
      },
    ]);
  });

  it('takes how words of a name begin, in any order, whatever the case and ё', async () => {
    expect(await found('ковал')).toEqual([0, 1, 2]);
    expect(await found('КОВАЛЕВА')).toEqual([0, 2]);
    expect(await found('ковалёва ан')).toEqual([0, 2]);
    expect(await found('серг кова')).toEqual([0]);
    expect(await found('  пётр   КОВАЛЬЧУК ')).toEqual([1]);
    expect(await found('мосты')).toEqual([3]);
    expect(await found('"уральские"')).toEqual([3]);
    expect(await found('валёва')).toEqual([]);
  });

  it.each([
    "'); drop table accounts; --",
    'ков:*',
    '!!! & |',
    '\\\\\\',
    '%%%',
    '« »',
    "( о'нил )",
    'а\u0301бв',
  ])('takes %s for words, whatever they mean to a database', async (query) => {
    const { status, body } = await support.get(`/v1/staff/subscribers?query=${encodeURIComponent(query)}`);
    expect(status).toBe(200);
    const ids = body.items.map(({ holder }: { holder: string }) => names.indexOf(holder));
    expect(ids).toEqual(query === "( о'нил )" ? [3] : []);
  });

  it('finds nothing of another region, not even by its number', async () => {
    const away = people.at(-1);
    for (const query of [away?.msisdn, away?.networkLogin, String(away?.accountId), 'Чужая'])
      expect(await find(query ?? '')).toEqual({ items: [], next: null });
  });

  it('goes page by page, fifty at most', async () => {
    const first = await find('ковал', '&limit=2');
    expect(first.items).toHaveLength(2);
    const rest = await find('ковал', `&limit=2&after=${first.next}`);
    expect(rest).toMatchObject({ items: [{ holder: names[2] }], next: null });
    for (const more of ['&limit=51', '&limit=0', '&after=x'])
      expect((await find('ковал', more)).code).toBe('bad_request');
    expect((await find('ко')).code).toBe('bad_request');
  });

  it('is recorded with what was looked for', async () => {
    await find('Ковалёва');
    expect((await readTrail(test().store)).at(-1)).toMatchObject({
      action: 'findSubscribers',
      subject: 'search:Ковалёва',
      result: 'done',
    });
  });
});
