import { operations } from '../../../contract/index.ts';
import { formatInstant } from '../../../shared/period.ts';
import { done, refuse } from '../../domain/outcome.ts';
import { getSubscriber } from '../../domain/subscribers/getSubscriber.ts';
import { loginAsked } from '../../domain/subscribers/reach.ts';
import { staff } from '../../http/route.ts';
import { instantOrNull, named } from '../wire.ts';
import { reach } from './reach.ts';
import { foundToWire } from './shape.ts';

export const getSubscriberRoute = staff(
  operations.getSubscriber,
  async (tx, call) => {
    const found = await reach(tx, call, call.input.params.login);
    if (!found) return refuse({ kind: 'subscriber_not_found' });
    const { now, settings } = call;
    const { timeZone } = found;
    const subscriber = await getSubscriber(tx, found.accountId, now, settings);
    const { account, line, state, tariff, document, password } = subscriber;
    return done({
      ...foundToWire({ ...account, ...line, state }),
      contract_date: account.contract_date,
      tariff: { tariff_id: tariff.tariff_id, name: named(tariff) },
      document: document
        ? { kind: document.kind, recorded_at: formatInstant(document.recorded_at, timeZone) }
        : null,
      password: {
        changed_at: instantOrNull(password.changedAt, timeZone),
        state: password.state,
        one_time_password_expires_at: instantOrNull(password.oneTimeExpiresAt, timeZone),
      },
      open_sessions: subscriber.openSessions,
      last_action_at: instantOrNull(subscriber.lastActionAt, timeZone),
    });
  },
  { subject: ({ login = '' }) => loginAsked(login) },
);
