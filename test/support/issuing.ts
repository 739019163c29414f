import type { Store } from '../../src/cabinet/storage/store.ts';
import { ask, logIn } from './http.ts';
import { newReplyKey } from './staff.ts';
import type { RunningCabinet } from './start-cabinet.ts';

export const DOCUMENT = { kind: 'passport', last_digits: '4821' } as const;
let ordered = 0;

/** What a member sends to issue credentials; every login is different each time. */
export function newContract(wanted: Record<string, unknown> = {}) {
  const number = ordered++;
  return {
    contract_number: `SVE-${7_000_000 + number}`,
    holder: 'Ковалёва Анна Сергеевна',
    holder_kind: 'person',
    region: 'sverdlovsk',
    msisdn: String(9_600_000_000 + number),
    network_login: `new.line${number}`,
    tariff_id: 'start',
    document: DOCUMENT,
    codeword: 'Облако',
    reply_key: newReplyKey(),
    ...wanted,
  };
}

/** What a member sends to issue again. */
export function newReissue(wanted: Record<string, unknown> = {}) {
  return {
    reason: 'Паспорт предъявлен',
    check: { document: DOCUMENT },
    reply_key: newReplyKey(),
    ...wanted,
  };
}

/** Number of the region that `addOtherRegion` adds; a member who serves 66 does not serve it. */
export const OTHER_REGION = 55;

/** A second region beside the one of `addCatalogue`. */
export async function addOtherRegion(store: Store): Promise<void> {
  await store.transact((tx) =>
    tx
      .insertInto('regions')
      .values({
        region_id: OTHER_REGION,
        code: 'omsk',
        name_ru: 'Омская область',
        name_en: 'Omsk region',
        time_zone: 'Asia/Omsk',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** Moves subscribers into the other region. */
export async function moveAway(store: Store, ...accountIds: bigint[]): Promise<void> {
  await store.transact((tx) =>
    tx
      .updateTable('accounts')
      .set({ region_id: OTHER_REGION })
      .where('account_id', 'in', accountIds)
      .execute(),
  );
}

/** The first login with what a slip says; returns the token of a session in which everything can be done. */
export async function firstLogin(
  cabinet: RunningCabinet,
  issued: { msisdn: string; one_time_password: string },
): Promise<string> {
  const { msisdn, one_time_password: current_password } = issued;
  const token = await logIn(cabinet, { msisdn, password: current_password });
  const body = { current_password, new_password: 'Chosen-Here-1' };
  const { status } = await ask(cabinet, '/v1/password', { method: 'PUT', token, body });
  if (status !== 200) throw new Error(`the first password cannot be changed: ${status}`);
  return token;
}
