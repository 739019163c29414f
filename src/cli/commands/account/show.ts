import { getAccount } from '../../../contract/operations/account.ts';
import { cell } from '../../render/cells.ts';
import type { Run } from '../../spec.ts';
import type { accountShow } from './spec.ts';

export const run: Run<typeof accountShow> = async (context) => {
  const { locale } = context;
  const client = await context.client();
  const account = await client.call(getAccount, {});
  return {
    json: { schema: 'account-show/1', ...account },
    blocks: [
      {
        kind: 'fields',
        rows: [
          { key: 'account_id', label: 'field.account', value: cell.text(account.account_id) },
          { key: 'holder', label: 'field.holder', value: cell.text(account.holder) },
          { key: 'contract_number', label: 'field.contract', value: cell.text(account.contract_number) },
          { key: 'contract_date', label: 'field.contract-date', value: cell.instant(account.contract_date) },
          { key: 'msisdn', label: 'field.msisdn', value: cell.msisdn(account.msisdn) },
          { key: 'network_login', label: 'field.network-login', value: cell.text(account.network_login) },
          {
            key: 'region',
            label: 'field.region',
            value: cell.name(account.region.code, account.region.name[locale]),
          },
          { key: 'state', label: 'field.state', value: cell.lineState(account.state) },
          { key: 'balance', label: 'field.balance', value: cell.money(account.balance) },
          { key: 'held', label: 'field.held', value: cell.money(account.held) },
          {
            key: 'tariff',
            label: 'field.tariff',
            value: cell.name(account.tariff.id, account.tariff.name[locale]),
          },
          { key: 'fee', label: 'field.fee', value: cell.money(account.tariff.fee) },
          { key: 'next_fee_at', label: 'field.next-fee', value: cell.instant(account.tariff.next_fee_at) },
          { key: 'tone_service', label: 'field.tone-service', value: cell.toneService(account.tone_service) },
        ],
      },
    ],
  };
};
