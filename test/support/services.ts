import type { ServicesTable } from '../../src/cabinet/storage/schema-catalogues.ts';
import type { Store } from '../../src/cabinet/storage/store.ts';
import { DAY_MS, plus } from '../../src/shared/period.ts';
import { START } from './clock.ts';

/**
 * A small catalogue: `internet` (free), `extra` (100 ₽ a month, needs `internet`), `turbo` (50 ₽ once and 290 ₽ a
 * month, needs `internet`, excludes `extra`), `guard` (1.50 ₽ a day), `forwarding` (10 ₽ once), `caller-id` (comes with
 * the line) and `fax`, which is in the archive.
 */
export function addServices(store: Store): Promise<void> {
  return store.transact(async (tx) => {
    await tx
      .insertInto('services')
      .values([
        service('caller-id', 'calls', ['Определитель номера', 'Caller ID'], {
          can_disconnect: false,
          standard: true,
        }),
        service('internet', 'internet', ['Интернет', 'Internet'], {}),
        service('extra', 'internet', ['Ещё 5 ГБ', 'Extra 5 GB'], { fee: 100_00n, fee_period: 'month' }),
        service('turbo', 'internet', ['Турбо', 'Turbo'], {
          connection_fee: 50_00n,
          fee: 290_00n,
          fee_period: 'month',
        }),
        service('guard', 'security', ['Антиспам', 'Spam filter'], { fee: 1_50n, fee_period: 'day' }),
        service('forwarding', 'calls', ['Переадресация', 'Call forwarding'], { connection_fee: 10_00n }),
        service('fax', 'calls', ['Факс', 'Fax'], { open: false, fee: 5_00n, fee_period: 'day' }),
      ])
      .execute();
    await tx
      .insertInto('service_requirements')
      .values([
        { service_id: 'extra', required_service_id: 'internet' },
        { service_id: 'turbo', required_service_id: 'internet' },
      ])
      .execute();
    await tx
      .insertInto('service_conflicts')
      .values({ service_id: 'extra', other_service_id: 'turbo' })
      .execute();
  });
}

let position = 0;

function service(
  service_id: string,
  category: string,
  [name_ru, name_en]: [string, string],
  own: Partial<ServicesTable>,
): ServicesTable {
  position += 1;
  return {
    service_id,
    category,
    name_ru,
    name_en,
    summary_ru: `Услуга «${name_ru}»`,
    summary_en: `The service ${name_en}`,
    connection_fee: 0n,
    fee: 0n,
    fee_period: null,
    can_disconnect: true,
    open: true,
    position,
    standard: false,
    ...own,
  };
}

/** Gives a line services that it had before: active ones, whose next fee is a day after the start, or paused ones. */
export async function giveServices(
  store: Store,
  accountId: bigint,
  services: Record<string, 'active' | 'paused'>,
): Promise<void> {
  const since = new Date(START);
  await store.transact(async (tx) => {
    const wanted = Object.keys(services);
    const known = await tx
      .selectFrom('services')
      .select(['service_id', 'fee_period'])
      .where('service_id', 'in', wanted)
      .execute();
    const rows = known.map(({ service_id, fee_period }) => {
      const state = services[service_id] ?? 'active';
      return {
        account_id: accountId,
        service_id,
        state,
        connected_at: plus(since, -100 * DAY_MS),
        next_fee_at: state === 'active' && fee_period ? plus(since, DAY_MS) : null,
        paused_since: state === 'paused' ? plus(since, -DAY_MS) : null,
        period_anchor: fee_period && since,
      };
    });
    await tx.insertInto('line_services').values(rows).execute();
  });
}
