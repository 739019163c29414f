import type { ReplyOf } from '../../../contract/operation.ts';
import { getAccount } from '../../../contract/operations/account.ts';
import type { Locale } from '../../../messages/index.ts';
import { cell } from '../../render/cells.ts';
import type { Fields, Note } from '../../render/result.ts';
import type { Run } from '../../spec.ts';
import { promiseSummary } from '../promise/fields.ts';
import { feesTable, isWaiting } from './fees.ts';
import type { accountShow } from './spec.ts';

type Account = ReplyOf<typeof getAccount>;

export const run: Run<typeof accountShow> = async (context) => {
  const client = await context.client();
  const account = await client.call(getAccount, {});
  return {
    json: { schema: 'account-show/1', ...account },
    blocks: [
      contract(account, context.locale),
      line(account, context.locale),
      feesTable(account.fees, context, 'account.fees'),
    ],
    notes: notes(account),
  };
};

function contract(account: Account, locale: Locale): Fields {
  const { region } = account;
  return {
    kind: 'fields',
    rows: [
      { key: 'account_id', label: 'field.account', value: cell.text(account.account_id) },
      { key: 'holder', label: 'field.holder', value: cell.text(account.holder) },
      { key: 'contract_number', label: 'field.contract', value: cell.text(account.contract_number) },
      { key: 'contract_date', label: 'field.contract-date', value: cell.instant(account.contract_date) },
      { key: 'msisdn', label: 'field.msisdn', value: cell.msisdn(account.msisdn) },
      { key: 'network_login', label: 'field.network-login', value: cell.text(account.network_login) },
      { key: 'region', label: 'field.region', value: cell.name(region.code, region.name[locale]) },
      { key: 'notify_sms', label: 'account.notify-sms', value: cell.msisdn(account.notifications.sms) },
      { key: 'notify_news', label: 'account.notify-news', value: newsWord(account.notifications.news) },
    ],
  };
}

/** State, money and tariff; what is out of the ordinary only while it is so. */
function line(account: Account, locale: Locale): Fields {
  const { tariff, blocked_until, base_rates_since } = account;
  const until = { key: 'blocked_until', label: 'field.blocked-until' } as const;
  const baseRates = { key: 'base_rates_since', label: 'account.base-rates-since' } as const;
  return {
    kind: 'fields',
    rows: [
      { key: 'state', label: 'field.state', value: cell.lineState(account.state) },
      ...(blocked_until === null ? [] : [{ ...until, value: cell.instant(blocked_until) }]),
      { key: 'balance', label: 'field.balance', value: cell.money(account.balance) },
      { key: 'held', label: 'field.held', value: cell.money(account.held) },
      { key: 'bonus', label: 'bonus.balance', value: cell.money(account.bonus) },
      ...promiseSummary(account.promise),
      { key: 'tariff', label: 'field.tariff', value: cell.name(tariff.id, tariff.name[locale]) },
      ...(base_rates_since === null ? [] : [{ ...baseRates, value: cell.instant(base_rates_since) }]),
      { key: 'tone_service', label: 'field.tone-service', value: cell.toneService(account.tone_service) },
    ],
  };
}

function newsWord(subscribed: boolean) {
  return subscribed ? cell.word('yes', 'account.news-on') : cell.word('no', 'account.news-off');
}

function notes({ state, fees, base_rates_since }: Account): Note[] {
  return [
    ...(state === 'blocked'
      ? [{ key: 'account.blocked-fees' } as const, { key: 'sim.next-unblock' } as const]
      : []),
    ...(base_rates_since === null ? [] : [{ key: 'account.base-rates' } as const]),
    ...(isWaiting(fees) ? [{ key: 'account.waiting' } as const] : []),
  ];
}
