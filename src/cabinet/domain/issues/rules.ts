import { plus } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import type { RegionRow } from '../../storage/issues/reader.ts';
import type { Attempts } from '../../storage/logins/attempts.ts';
import type { TariffRow } from '../../storage/tariffs/reader.ts';
import { done, type Outcome, type Refusal, refuse } from '../outcome.ts';

/** What of a member decides whom they serve (R16). */
export interface Issuer {
  /** The only region whose subscribers the member serves; null for all. */
  regionId: number | null;
  /** The member's own numbers, for which they issue nothing. */
  ownLines: readonly string[];
}

/** What decides whether a line can be issued at all. */
export interface LineOrder {
  /** Absent: the next free one. */
  account_id?: string;
  msisdn: string;
  network_login: string;
  region: string;
  tariff_id: string;
}

/** What the cabinet knows of what orders name. */
export interface OrderFacts {
  takenLogins: ReadonlySet<string>;
  /** Those that the member serves. */
  regions: readonly RegionRow[];
  openTariffs: readonly TariffRow[];
}

export interface OrderProblem {
  field: keyof LineOrder;
  refusal: Extract<Refusal, { kind: 'own_line' | 'region_unknown' | 'tariff_not_available' | 'login_taken' }>;
}

/** What stands in the way of an order (R16), in a fixed order; empty for one that can be carried out. */
export function problemsOf(order: LineOrder, facts: OrderFacts, issuer: Issuer): OrderProblem[] {
  const problems: OrderProblem[] = [];
  if (issuer.ownLines.includes(order.msisdn))
    problems.push({ field: 'msisdn', refusal: { kind: 'own_line' } });
  if (!facts.regions.some(({ code }) => code === order.region))
    problems.push({ field: 'region', refusal: { kind: 'region_unknown' } });
  if (!facts.openTariffs.some(({ tariff_id }) => tariff_id === order.tariff_id))
    problems.push({ field: 'tariff_id', refusal: { kind: 'tariff_not_available' } });
  for (const field of takenFields(order, facts.takenLogins))
    problems.push({ field, refusal: { kind: 'login_taken', field } });
  return problems;
}

/** R1: logins of all three kinds share one space, that of the order itself included. */
function takenFields(order: LineOrder, taken: ReadonlySet<string>) {
  const fields = ['account_id', 'msisdn', 'network_login'] as const;
  return fields.filter((field) => {
    const login = order[field];
    return login !== undefined && (taken.has(login) || (field === 'account_id' && login === order.msisdn));
  });
}

/** The logins that an order names. */
export function loginsOf({ account_id, msisdn, network_login }: LineOrder): string[] {
  return [msisdn, network_login, ...(account_id === undefined ? [] : [account_id])];
}

/**
 * R16: the fifth wrong document or codeword in a row locks the checks of an account for 15 minutes. As at a login, a try is
 * counted before it is examined.
 */
export function countIdentityTry(attempts: Attempts, now: Date, settings: Settings): Outcome<Attempts> {
  const { locked_until: until } = attempts;
  if (until !== null && now < until) return refuse({ kind: 'identity_locked', until });
  const failures = attempts.failures + 1;
  if (failures < settings.identityTries) return done({ failures, locks: 0, locked_until: null });
  return done({ failures: 0, locks: 0, locked_until: plus(now, settings.identityLockMs) });
}
