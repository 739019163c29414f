import type { People, Person } from './people.ts';
import { addToneService } from './tones.ts';

/** Somebody with 300 ₽ and the tone service offers these melodies to a person. */
export async function give(
  people: People,
  to: Person,
  ...melodies: string[]
): Promise<{ giver: Person; ids: string[] }> {
  const giver = await people.join({ wallet: 300_00n });
  await addToneService(people.store, giver.accountId);
  const ids: string[] = [];
  for (const melody of melodies) {
    const { gift } = await giver.json('tone', 'gift', melody, '--to', to.msisdn, '--yes');
    ids.push((gift as { id: string }).id);
  }
  return { giver, ids };
}
