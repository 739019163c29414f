import type { Random } from '../../../shared/clock.ts';
import type { Settings } from '../../settings.ts';
import { lockAccount } from '../../storage/account/lock.ts';
import { readAccount } from '../../storage/account/reader.ts';
import { withdrawPassword } from '../../storage/credentials/writer.ts';
import { readLine } from '../../storage/lines/reader.ts';
import type { Writer } from '../../storage/schema.ts';
import { endSessions } from '../../storage/sessions/writer.ts';
import { readTariff } from '../../storage/tariffs/reader.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { notifyOfReissue } from '../password/notify.ts';
import { keepOneTimePassword, prepareOneTimePassword } from '../recovery/issue.ts';
import { NOBODY } from '../secrets/argon2.ts';
import { checkIdentity, type IdentityCheck } from './identity.ts';
import type { Issued } from './issueCredentials.ts';
import type { Issuer } from './rules.ts';

/**
 * Issues a first password again for an account that the member serves: the permanent one is worthless and every session
 * ended (R2), and the line is told by SMS. Allowed for a company's line, too, which gets no password by SMS (R4). Refused,
 * in this order, as `own_line`, `identity_locked`, `identity_mismatch`.
 */
export async function reissueCredentials(
  tx: Writer,
  reissue: {
    accountId: bigint;
    issuer: Issuer;
    check: IdentityCheck;
    dryRun: boolean;
    now: Date;
    random: Random;
    settings: Settings;
  },
): Promise<Outcome<Issued>> {
  const { accountId, issuer, check, dryRun, now, random, settings } = reissue;
  await lockAccount(tx, accountId);
  const line = await readLine(tx, accountId);
  if (issuer.ownLines.includes(line.msisdn)) return refuse({ kind: 'own_line' });
  const identity = await checkIdentity(tx, { accountId, check, dryRun, now, settings });
  if (!identity.ok) return identity;
  const oneTime = await prepareOneTimePassword(random);
  // Before the sessions end, so that a login by the old passwords either is among them or finds them gone.
  const expiresAt = await keepOneTimePassword(tx, oneTime, { accountId, way: 'office', now, settings });
  await withdrawPassword(tx, { accountId, nobodysHash: NOBODY, now });
  await endSessions(tx, { accountId, now });
  await notifyOfReissue(tx, { accountId, now, random });
  const account = await readAccount(tx, accountId);
  return done({
    accountId,
    contractNumber: account.contract_number,
    holder: account.holder,
    msisdn: line.msisdn,
    networkLogin: line.network_login,
    tariff: await readTariff(tx, line.tariff_id),
    region: account,
    oneTimePassword: oneTime.password,
    expiresAt,
  });
}
