import { assert } from '../../../shared/assert.ts';
import type { Random } from '../../../shared/clock.ts';
import { formatInstant } from '../../../shared/period.ts';
import type { Settings } from '../../settings.ts';
import { type DocumentKind, type RegionRow, readTakenLogins } from '../../storage/issues/reader.ts';
import { insertSubscriber, lockAccountNumbers, takeAccountNumber } from '../../storage/issues/writer.ts';
import type { Writer } from '../../storage/schema.ts';
import type { TariffRow } from '../../storage/tariffs/reader.ts';
import { billAccount } from '../billing/billAccount.ts';
import { nextPosting } from '../bonus/rules.ts';
import { openSubscriberBooks } from '../ledger/open.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { keepOneTimePassword, prepareOneTimePassword } from '../recovery/issue.ts';
import { hashSecret, NOBODY } from '../secrets/argon2.ts';
import { normaliseCodeword } from '../sim/rules.ts';
import { readOrderFacts } from './orders.ts';
import { type Issuer, type LineOrder, loginsOf, type OrderFacts, problemsOf } from './rules.ts';

/** A contract with its line, as the subscriber signs it. */
export interface NewContract extends LineOrder {
  contract_number: string;
  holder: string;
  holder_kind: 'person' | 'company';
  document: { kind: DocumentKind; last_digits: string };
  codeword: string;
}

/** What the slip says, besides what was ordered. */
export interface Issued {
  accountId: bigint;
  contractNumber: string;
  holder: string;
  msisdn: string;
  networkLogin: string;
  tariff: TariffRow;
  region: Omit<RegionRow, 'region_id'>;
  oneTimePassword: string;
  expiresAt: Date;
}

interface Issue {
  contract: NewContract;
  issuer: Issuer;
  now: Date;
  random: Random;
  settings: Settings;
}

/**
 * Opens an account with contract, line and books, and issues the first password (R16, ASVS 6.4.1): it works once, and no
 * permanent one does before the subscriber chooses it. The first fee falls due at once: the line has the tariff's base
 * rates until money comes in (R8). Refused as `problemsOf` says, by the first problem. Secrets are hashed before anything
 * is locked.
 */
export async function issueCredentials(tx: Writer, issue: Issue): Promise<Outcome<Issued>> {
  const { contract, issuer, now, random, settings } = issue;
  const facts = await readOrderFacts(tx, [contract], issuer);
  const [problem] = problemsOf(contract, facts, issuer);
  if (problem) return refuse(problem.refusal);
  const [codewordHash, digitsHash, oneTime] = await Promise.all([
    hashSecret(normaliseCodeword(contract.codeword), random),
    hashSecret(contract.document.last_digits, random),
    prepareOneTimePassword(random),
  ]);
  const next = await lockAccountNumbers(tx);
  const takenLogins = await readTakenLogins(tx, loginsOf(contract));
  const [late] = problemsOf(contract, { ...facts, takenLogins }, issuer);
  if (late) return refuse(late.refusal);
  const accountId = contract.account_id ? BigInt(contract.account_id) : await takeAccountNumber(tx, next);
  const { region, tariff } = chosen(contract, facts);
  await insertSubscriber(tx, subscriberOf(issue, { accountId, region, codewordHash, digitsHash }));
  await openSubscriberBooks(tx, accountId);
  const expiresAt = await keepOneTimePassword(tx, oneTime, { accountId, way: 'office', now, settings });
  await billAccount(tx, { accountId, until: now, settings });
  return done({
    accountId,
    contractNumber: contract.contract_number,
    holder: contract.holder,
    msisdn: contract.msisdn,
    networkLogin: contract.network_login,
    tariff,
    region,
    oneTimePassword: oneTime.password,
    expiresAt,
  });
}

function chosen(contract: LineOrder, facts: OrderFacts): { region: RegionRow; tariff: TariffRow } {
  const region = facts.regions.find(({ code }) => code === contract.region);
  const tariff = facts.openTariffs.find(({ tariff_id }) => tariff_id === contract.tariff_id);
  assert(region && tariff, 'an order without a region or a tariff is refused');
  return { region, tariff };
}

function subscriberOf(
  { contract, now, settings }: Issue,
  made: { accountId: bigint; region: RegionRow; codewordHash: string; digitsHash: string },
): Parameters<typeof insertSubscriber>[1] {
  const { accountId: account_id, region, codewordHash, digitsHash } = made;
  return {
    account: {
      account_id,
      contract_number: contract.contract_number,
      contract_date: formatInstant(now, region.time_zone).slice(0, 10),
      holder: contract.holder,
      holder_kind: contract.holder_kind,
      region_id: region.region_id,
      created_at: now,
      bonus_due_at: nextPosting(now, region.time_zone, settings),
    },
    line: {
      account_id,
      msisdn: contract.msisdn,
      network_login: contract.network_login,
      state: 'active',
      tariff_id: contract.tariff_id,
      tariff_since: now,
      switched_at: null,
      next_fee_at: now,
      block_reason: null,
      blocked_at: null,
      blocked_until: null,
    },
    credentials: {
      account_id,
      password_hash: NOBODY,
      codeword_hash: codewordHash,
      change_required: true,
      changed_at: now,
    },
    document: {
      account_id,
      kind: contract.document.kind,
      last_digits_hash: digitsHash,
      recorded_at: now,
    },
  };
}
