import { operations } from '../../../contract/index.ts';
import { toWire } from '../../../shared/money.ts';
import { getAccount } from '../../domain/account/getAccount.ts';
import { done } from '../../domain/outcome.ts';
import { read } from '../../http/route.ts';
import { promiseOrNull } from '../promises/shape.ts';
import { instantOrNull, named } from '../wire.ts';
import { feeToWire } from './shape.ts';

export const getAccountRoute = read(operations.getAccount, async (db, { subject, now, settings }) => {
  const { accountId, timeZone } = subject;
  const found = await getAccount(db, accountId, now, settings);
  const { account, line, state, balances, tariff } = found;
  return done({
    account_id: account.account_id.toString(),
    contract_number: account.contract_number,
    contract_date: account.contract_date,
    holder: account.holder,
    region: { code: account.code, name: named(account), time_zone: account.time_zone },
    msisdn: line.msisdn,
    network_login: line.network_login,
    state,
    balance: toWire(balances.wallet),
    held: toWire(balances.hold),
    tariff: {
      id: tariff.tariff_id,
      name: named(tariff),
      fee: toWire(tariff.fee),
      next_fee_at: instantOrNull(line.next_fee_at, timeZone),
    },
    base_rates_since: instantOrNull(found.baseRatesSince, timeZone),
    tone_service: found.toneService,
    fees: found.fees.map((fee) => feeToWire(fee, timeZone)),
    promise: promiseOrNull(found.promise, timeZone),
    bonus: toWire(found.bonus),
    blocked_until: instantOrNull(found.blockedUntil, timeZone),
    notifications: { sms: line.msisdn, news: found.news },
  });
});
