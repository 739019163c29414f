import { expect, test } from 'vitest';
import { usePeople } from '../support/people.ts';
import { stripColor } from '../support/shown.ts';

const people = usePeople();
const EVIL = 'Снег\u001b[2J\u001b]0;owned\u0007\u009b31m\u202eтень\u200b\r\n\tконец';

test('texts of a catalogue cannot move the cursor, hide or forge a line, in any form of output', async () => {
  const { store, join } = people();
  const { run } = await join({ wallet: 100_00n });
  await store.transact((tx) =>
    tx
      .insertInto('melodies')
      .values({
        melody_id: 'evil',
        category_id: 'rock',
        title_ru: EVIL,
        title_en: EVIL,
        artist_ru: EVIL,
        artist_en: EVIL,
        price: 15_00n,
      })
      .execute(),
  );
  const shown = await run(['tone', 'catalog', '--search', 'конец'], { tty: true, env: { NO_COLOR: '1' } });
  const piped = await run(['tone', 'catalog', '--search', 'конец']);
  const json = await run(['tone', 'catalog', '--search', 'конец', '--json']);
  const list = await run(['tone', 'gift', '--to', '9001112233'], { tty: true, answers: ['\u0003'] });
  for (const { stdout, stderr } of [shown, piped, json, list]) {
    expect(stripColor(stdout + stderr).replaceAll('\t', '')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(stdout + stderr).not.toContain('\u001b[2J\u001b]');
  }
  expect(shown.stdout).toContain('\\u{1b}');
  expect(piped.stdout.split('\n')).toHaveLength(2);
  expect(piped.stdout.split('\t')).toHaveLength(5);
  expect(JSON.parse(json.stdout).items[0].title.en).toBe(EVIL);
});
