import type { WireIssuedCredentials } from '../../contract/operations/staff-issues.ts';
import { loadMessages } from '../../messages/index.ts';
import { formatMsisdn } from '../../shared/msisdn.ts';
import { formatDateTime } from '../render/format.ts';
import { sanitize } from '../render/sanitize.ts';

/** What a subscriber takes home from the office. */
export interface Slip {
  credentials: WireIssuedCredentials;
  /** Origin of the cabinet, as `lisa login --server` takes it. */
  cabinet: string;
}

export interface Fact {
  label: string;
  value: string;
}

/** The words of a slip, for paper of any kind. */
export interface SlipContent {
  title: string;
  subtitle: string;
  facts: readonly Fact[];
  loginsTitle: string;
  logins: readonly Fact[];
  passwordTitle: string;
  password: string;
  validity: string;
  stepsTitle: string;
  /** A step may have a command to be typed. */
  steps: readonly { text: string; command?: string }[];
  notices: readonly string[];
}

/**
 * Writes a slip in Russian, whatever language the member works in: it is the operator's paper for its subscriber. The
 * password stands in nothing else of it.
 */
export async function slipWriter(): Promise<(slip: Slip) => SlipContent> {
  const t = await loadMessages('ru');
  return ({ credentials, cabinet }) => {
    const { tariff, issued_at, one_time_password_expires_at: expires } = credentials;
    const logins = [
      { label: t('slip.account'), value: sanitize(credentials.account_id) },
      { label: t('slip.network-login'), value: sanitize(credentials.network_login) },
      { label: t('slip.number'), value: sanitize(formatMsisdn(credentials.msisdn)) },
    ];
    return {
      title: t('slip.title'),
      subtitle: t('slip.subtitle'),
      facts: [
        { label: t('slip.holder'), value: sanitize(credentials.holder) },
        { label: t('slip.contract'), value: sanitize(credentials.contract_number) },
        { label: t('slip.tariff'), value: sanitize(tariff.name.ru) },
        { label: t('slip.office'), value: sanitize(credentials.office) },
        { label: t('slip.issued'), value: formatDateTime(issued_at, 'ru') },
      ],
      loginsTitle: t('slip.logins'),
      logins,
      passwordTitle: t('slip.password'),
      password: sanitize(credentials.one_time_password),
      validity: t('slip.valid', { until: formatDateTime(expires, 'ru') }),
      stepsTitle: t('slip.steps'),
      steps: [
        { text: t('slip.step-command'), command: `lisa login --server ${sanitize(cabinet)}` },
        { text: t('slip.step-password') },
        { text: t('slip.step-own') },
      ],
      notices: [t('slip.forgotten'), t('slip.secret')],
    };
  };
}
