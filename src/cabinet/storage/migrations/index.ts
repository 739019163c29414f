import type { Migration } from 'kysely/migration';
import * as subscribers from './001-subscribers.ts';
import * as catalogues from './002-catalogues.ts';
import * as loginsByAccount from './003-logins-by-account.ts';
import * as movingMoney from './004-moving-money.ts';
import * as toneSettings from './005-tone-settings.ts';
import * as messages from './006-messages.ts';
import * as oneTimePasswords from './007-one-time-passwords.ts';
import * as payments from './008-payments.ts';
import * as messageLog from './009-message-log.ts';
import * as newsBySms from './010-news-by-sms.ts';
import * as packagesOfOffers from './011-packages-of-offers.ts';
import * as begunToneDays from './012-begun-tone-days.ts';
import * as staff from './013-staff.ts';
import * as issuing from './014-issuing.ts';

/** Every migration in the order of its name; a published one is never edited. */
export const migrations: Record<string, Migration> = {
  '001-subscribers': subscribers,
  '002-catalogues': catalogues,
  '003-logins-by-account': loginsByAccount,
  '004-moving-money': movingMoney,
  '005-tone-settings': toneSettings,
  '006-messages': messages,
  '007-one-time-passwords': oneTimePasswords,
  '008-payments': payments,
  '009-message-log': messageLog,
  '010-news-by-sms': newsBySms,
  '011-packages-of-offers': packagesOfOffers,
  '012-begun-tone-days': begunToneDays,
  '013-staff': staff,
  '014-issuing': issuing,
};
