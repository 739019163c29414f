import { operations } from '../../../contract/index.ts';
import { done, refuse } from '../../domain/outcome.ts';
import { authenticatorUri, secretOfEnrolment, writeSecret } from '../../domain/staff/totp.ts';
import { staff } from '../../http/route.ts';

export const getEnrolmentRoute = staff(operations.getEnrolment, async (_tx, call) => {
  const { member, token, concerns, authenticators } = call;
  concerns(`member:${member.login}`);
  if (member.enrolled) return refuse({ kind: 'already_enrolled' });
  const secret = secretOfEnrolment(token);
  await authenticators?.scan(member.login, secret);
  return done({ totp_secret: writeSecret(secret), totp_uri: authenticatorUri(member.login, secret) });
});
