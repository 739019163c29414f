import type { ReplyOf } from '../../../../contract/operation.ts';
import { getSubscriber } from '../../../../contract/operations/staff-subscribers.ts';
import type { Context } from '../../../context.ts';
import { cell } from '../../../render/cells.ts';
import type { Cell, Fields } from '../../../render/result.ts';
import { requireStaff } from '../../../session-owner.ts';
import type { Run } from '../../../spec.ts';
import type { subscriberShow } from './spec.ts';

type Subscriber = ReplyOf<typeof getSubscriber>;

export const run: Run<typeof subscriberShow> = async (context, { operands }) => {
  await requireStaff(context);
  const client = await context.client();
  const found = await client.call(getSubscriber, { params: { login: operands.login } });
  return {
    json: { schema: 'staff-subscriber-show/1', ...found },
    blocks: [{ kind: 'fields', rows: [...lineRows(found, context), ...credentialRows(found)] }],
    notes: [{ key: 'staff.next-look', params: { account: found.account_id } }],
  };
};

function lineRows(found: Subscriber, { locale }: Context): Fields['rows'] {
  const { tariff, region } = found;
  return [
    { key: 'account', label: 'field.account', value: cell.text(found.account_id) },
    { key: 'contract', label: 'field.contract', value: cell.text(found.contract_number) },
    { key: 'contract_date', label: 'field.contract-date', value: cell.instant(found.contract_date) },
    { key: 'holder', label: 'field.holder', value: cell.text(found.holder) },
    {
      key: 'holder_kind',
      label: 'staff.holder-kind',
      value: cell.word(found.holder_kind, `staff.holder-${found.holder_kind}`),
    },
    { key: 'msisdn', label: 'field.msisdn', value: cell.msisdn(found.msisdn) },
    { key: 'network_login', label: 'field.network-login', value: cell.text(found.network_login) },
    { key: 'region', label: 'field.region', value: cell.name(region.code, region.name[locale]) },
    { key: 'tariff', label: 'field.tariff', value: cell.name(tariff.tariff_id, tariff.name[locale]) },
    { key: 'state', label: 'field.state', value: cell.lineState(found.state) },
  ];
}

function credentialRows({ document, password, open_sessions, last_action_at }: Subscriber): Fields['rows'] {
  return [
    { key: 'document', label: 'staff.recorded-document', value: documentCell(document) },
    {
      key: 'password',
      label: 'staff.password',
      value: cell.word(password.state, `staff.password-${password.state}`),
    },
    { key: 'password_changed_at', label: 'staff.password-changed', value: cell.instant(password.changed_at) },
    ...(password.one_time_password_expires_at === null
      ? []
      : [
          {
            key: 'one_time_password_expires_at',
            label: 'staff.first-password-until' as const,
            value: cell.instant(password.one_time_password_expires_at),
          },
        ]),
    { key: 'open_sessions', label: 'staff.open-sessions', value: cell.number(open_sessions) },
    { key: 'last_action_at', label: 'staff.last-action', value: cell.instant(last_action_at) },
  ];
}

function documentCell(document: Subscriber['document']): Cell {
  return document === null ? cell.none : cell.word(document.kind, `staff-document.${document.kind}`);
}
