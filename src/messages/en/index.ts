import { account } from './account.ts';
import { balance } from './balance.ts';
import { batch } from './batch.ts';
import { bonus } from './bonus.ts';
import { common } from './common.ts';
import { demo } from './demo.ts';
import { detail } from './detail.ts';
import { doctor } from './doctor.ts';
import { errors } from './errors.ts';
import { help } from './help.ts';
import { login } from './login.ts';
import { mutation } from './mutation.ts';
import { news } from './news.ts';
import { offer } from './offer.ts';
import { payment } from './payment.ts';
import { phone } from './phone.ts';
import { promise } from './promise.ts';
import { qr } from './qr.ts';
import { replay } from './replay.ts';
import { sandbox } from './sandbox.ts';
import { server } from './server.ts';
import { service } from './service.ts';
import { session } from './session.ts';
import { sim } from './sim.ts';
import { slip } from './slip.ts';
import { staff } from './staff.ts';
import { staffWork } from './staff-work.ts';
import { support } from './support.ts';
import { tariff } from './tariff.ts';
import { tone } from './tone.ts';
import { trace } from './trace.ts';

/** The source catalogue. One file per area; keys start with the area's name. */
export const en = {
  ...common,
  ...errors,
  ...session,
  ...login,
  ...doctor,
  ...help,
  ...balance,
  ...detail,
  ...account,
  ...bonus,
  ...promise,
  ...payment,
  ...mutation,
  ...sim,
  ...slip,
  ...batch,
  ...staff,
  ...staffWork,
  ...qr,
  ...support,
  ...tariff,
  ...service,
  ...offer,
  ...news,
  ...tone,
  ...trace,
  ...replay,
  ...sandbox,
  ...phone,
  ...server,
  ...demo,
} as const;
