import { operations } from '../../../contract/index.ts';
import { issueCredentials } from '../../domain/issues/issueCredentials.ts';
import { mapDone } from '../../domain/outcome.ts';
import { staff } from '../../http/route.ts';
import { issuedToWire } from './shape.ts';

export const issueCredentialsRoute = staff(operations.issueCredentials, async (tx, call) => {
  const { member, dryRun, now, random, settings } = call;
  const { reply_key: _, ...contract } = call.input.body;
  const { account_id, msisdn } = contract;
  call.concerns(account_id === undefined ? `login:${msisdn}` : `account:${account_id}`);
  const outcome = await issueCredentials(tx, { contract, issuer: member, now, random, settings });
  if (outcome.ok) call.concerns(`account:${outcome.value.accountId}`);
  return mapDone(outcome, (issued) => issuedToWire(issued, { office: member.office, now, dryRun }));
});
