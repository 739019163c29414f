import type { Client } from '../../client/client.ts';
import type { InputOf, ReplyOf } from '../../contract/operation.ts';
import { checkIssues, getIssueOptions } from '../../contract/operations/staff-issues.ts';
import { fromWire } from '../../shared/money.ts';
import { type Choosable, chooseOne } from '../choose.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../errors.ts';
import { formatMoney } from '../render/format.ts';
import { readMsisdn } from '../values.ts';
import { answerOf, askUntil, readLoginName } from './answers.ts';

type Order = InputOf<typeof checkIssues>['body']['orders'][number];
type Problem = ReplyOf<typeof checkIssues>['problems'][number];

/** A line to be issued, as it was typed so far. `account` is null for the next free number. */
export interface TypedOrder {
  account: string | null;
  region: string | undefined;
  msisdn: string | undefined;
  networkLogin: string | undefined;
  tariff: string | undefined;
}

/**
 * The line that is to be issued. On a terminal the cabinet looks at it at once, and asks again for what cannot be issued: that
 * way it is not found out after everything else was typed.
 * @throws UsageError, InputNeeded
 */
export async function readOrder(context: Context, client: Client, first: TypedOrder): Promise<Order> {
  const offered = await client.call(getIssueOptions, {});
  for (let typed = first; ; ) {
    const order = await complete(context, offered, typed);
    if (!context.interactive) return order;
    const { problems } = await client.call(checkIssues, { body: { orders: [order] } });
    if (problems.length === 0) return order;
    typed = await withoutRefused(context, order, problems);
  }
}

async function complete(
  context: Context,
  offered: ReplyOf<typeof getIssueOptions>,
  { account, region, msisdn, networkLogin, tariff }: TypedOrder,
): Promise<Order> {
  const { locale } = context;
  return {
    ...(account === null ? {} : { account_id: account }),
    region: await chooseOne(context, {
      word: region,
      operand: '--region',
      question: 'staff.which-region',
      list: async () => offered.regions.map(({ code, name }) => choosable(code, name, name[locale])),
    }),
    msisdn: await answerOf(context, msisdn, 'staff.which-msisdn', '--msisdn', readMsisdn),
    network_login: await answerOf(
      context,
      networkLogin,
      'staff.which-network-login',
      '--network-login',
      readLoginName,
    ),
    tariff_id: await chooseOne(context, {
      word: tariff,
      operand: '--tariff',
      question: 'staff.which-tariff',
      list: async () =>
        offered.tariffs.map(({ tariff_id, name, fee }) =>
          choosable(tariff_id, name, `${name[locale]} · ${formatMoney(fromWire(fee), locale)}`),
        ),
    }),
  };
}

function choosable(id: string, name: { ru: string; en: string }, line: string): Choosable {
  return { id, names: [name.ru, name.en], line };
}

/** The same order without what is refused, which is asked for again. */
async function withoutRefused(
  context: Context,
  order: Order,
  problems: readonly Problem[],
): Promise<TypedOrder> {
  const refused = new Set(problems.map(({ field }) => field));
  for (const { field, code } of problems) {
    if (code === 'login_taken') context.warn('cabinet.login_taken', { field: context.t(LABELS[field]) });
    else context.warn(`cabinet.${code}`);
  }
  const kept = <T>(field: Problem['field'], value: T) => (refused.has(field) ? undefined : value);
  return {
    account: refused.has('account_id') ? await askAccount(context) : (order.account_id ?? null),
    region: kept('region', order.region),
    msisdn: kept('msisdn', order.msisdn),
    networkLogin: kept('network_login', order.network_login),
    tariff: kept('tariff_id', order.tariff_id),
  };
}

const LABELS = {
  account_id: 'field.account',
  msisdn: 'field.msisdn',
  network_login: 'field.network-login',
  region: 'field.region',
  tariff_id: 'field.tariff',
} as const;

/** An account number; null for an empty answer, which means the next free one. */
export async function askAccount(context: Context): Promise<string | null> {
  return askUntil(context, 'staff.which-account', '--account', (text) =>
    text === '' ? null : readAccount(text),
  );
}

/** @throws UsageError */
export function readAccount(text: string): string {
  const account = text.replaceAll(/\s/g, '');
  if (!/^[1-9]\d{5,11}$/.test(account)) throw new UsageError('staff.bad-account');
  return account;
}
