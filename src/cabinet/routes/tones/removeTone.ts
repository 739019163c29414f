import { operations } from '../../../contract/index.ts';
import { formatInstant } from '../../../shared/period.ts';
import { mapDone } from '../../domain/outcome.ts';
import { removeTone } from '../../domain/tones/removeTone.ts';
import { mutation } from '../../http/route.ts';
import { settingToWire } from './settings-shape.ts';

export const removeToneRoute = mutation(operations.removeTone, async (tx, { input, subject }) => {
  const { accountId, timeZone } = subject;
  const outcome = await removeTone(tx, { accountId, settingId: input.params.setting });
  return mapDone(outcome, ({ setting, melody }) => ({
    setting: settingToWire(setting),
    renews: melody.renews,
    paid_until: formatInstant(melody.paid_until, timeZone),
  }));
});
