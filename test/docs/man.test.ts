import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { manPage } from '../../src/cli/help/man.ts';
import { version } from '../../src/cli/version.ts';
import { loadMessages } from '../../src/messages/index.ts';

const page = readFileSync('docs/man/lisa.1', 'utf8');

test('the committed manual page is what the commands make now: npm run man renews it', async () => {
  expect(manPage(await loadMessages('en'), version)).toBe(page);
});

test('the manual page has every command under its own heading', () => {
  for (const { spec } of commands)
    expect(page).toContain(`.TP\n\\fBlisa ${spec.words.replaceAll('-', '\\-')}\\fR`);
});

test('no text becomes a request of roff: a line that begins with a dot is one of ours', () => {
  const requests = new Set(page.match(/^['.]\S*/gm));
  const ours = ['.TH', '.SH', '.SS', '.TP', '.RS', '.RE', '.PP', '.EX', '.EE'];
  expect([...requests].sort()).toEqual(ours.sort());
});
