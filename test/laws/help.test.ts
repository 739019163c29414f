import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { topics, topicText } from '../../src/cli/help/topics.ts';
import { createProgram } from '../../src/cli/program.ts';
import { loadMessages } from '../../src/messages/index.ts';
import { expectGoldenText, GOLDEN_TEXTS } from '../support/golden-text.ts';

/** Every command and every group, by their words; the root is the empty one. */
const places = [
  ...new Set(
    commands.flatMap(({ spec }) => {
      const words = spec.words.split(' ');
      return words.map((_, index) => words.slice(0, index).join(' ')).concat(spec.words);
    }),
  ),
];

describe.each(['en', 'ru'] as const)('help in %s', async (locale) => {
  const t = await loadMessages(locale);
  const program = createProgram({ t, version: '0.0.0', columns: 80 });
  const texts = new Map([
    ...places.map(
      (words) =>
        [
          `${words === '' ? 'lisa' : words.replaceAll(' ', '-')}.txt`,
          program.help(words.split(' ').filter((word) => word !== '')) ?? '',
        ] as const,
    ),
    ...topics.map((topic) => [`topic-${topic}.txt`, topicText(topic, t, 80)] as const),
  ]);

  test.each([...texts.keys()])('%s is what was read and agreed', (name) => {
    expectGoldenText(`help/${locale}/${name}`, texts.get(name) ?? '');
  });

  test('has no golden text of a command that is gone', () => {
    expect(readdirSync(join(GOLDEN_TEXTS, 'help', locale)).sort()).toEqual([...texts.keys()].sort());
  });
});
