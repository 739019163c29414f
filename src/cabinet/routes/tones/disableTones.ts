import { operations } from '../../../contract/index.ts';
import { mapDone } from '../../domain/outcome.ts';
import { disableTones } from '../../domain/tones/disableTones.ts';
import { mutation } from '../../http/route.ts';
import { lineMelodyToWire } from './settings-shape.ts';

export const disableTonesRoute = mutation(operations.disableTones, async (tx, { subject, now }) => {
  const { accountId, timeZone } = subject;
  const outcome = await disableTones(tx, { accountId, now });
  return mapDone(outcome, (melodies) => ({
    state: 'off' as const,
    melodies: melodies.map((melody) => lineMelodyToWire(melody, { now, timeZone })),
  }));
});
