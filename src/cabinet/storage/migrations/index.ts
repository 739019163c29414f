import type { Migration } from 'kysely/migration';
import * as subscribers from './001-subscribers.ts';
import * as catalogues from './002-catalogues.ts';
import * as loginsByAccount from './003-logins-by-account.ts';
import * as movingMoney from './004-moving-money.ts';
import * as messages from './006-messages.ts';

/** Every migration in the order of its name; a published one is never edited. */
export const migrations: Record<string, Migration> = {
  '001-subscribers': subscribers,
  '002-catalogues': catalogues,
  '003-logins-by-account': loginsByAccount,
  '004-moving-money': movingMoney,
  '006-messages': messages,
};
