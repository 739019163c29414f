import { operations } from '../../../contract/index.ts';
import { reissueCredentials } from '../../domain/issues/reissueCredentials.ts';
import { mapDone, refuse } from '../../domain/outcome.ts';
import { loginAsked } from '../../domain/subscribers/reach.ts';
import { staff } from '../../http/route.ts';
import { reach } from '../subscribers/reach.ts';
import { issuedToWire } from './shape.ts';

export const reissueCredentialsRoute = staff(
  operations.reissueCredentials,
  async (tx, call) => {
    const { member, dryRun, now, random, settings } = call;
    const found = await reach(tx, call, call.input.params.login);
    if (!found) return refuse({ kind: 'subscriber_not_found' });
    const { check } = call.input.body;
    const { accountId } = found;
    const outcome = await reissueCredentials(tx, {
      accountId,
      issuer: member,
      check,
      dryRun,
      now,
      random,
      settings,
    });
    return mapDone(outcome, (issued) => issuedToWire(issued, { office: member.office, now, dryRun }));
  },
  { subject: ({ login = '' }) => loginAsked(login) },
);
