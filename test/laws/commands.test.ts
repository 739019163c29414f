import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commands, groups } from '../../src/cli/commands/index.ts';
import { sections } from '../../src/cli/help/sections.ts';
import { topics, topicText } from '../../src/cli/help/topics.ts';
import { createProgram } from '../../src/cli/program.ts';
import { command } from '../../src/cli/spec.ts';
import { loadMessages } from '../../src/messages/index.ts';
import { expectGoldenText } from '../support/golden-text.ts';
import { commandTree, exampleWords, filesOf, missingFiles } from './checks/commands.ts';

const specs = commands.map(({ spec }) => spec);
const t = await loadMessages('en');
const program = createProgram({ t, version: '0.0.0', columns: 80 });

describe('the commands', () => {
  test('are the ones that were agreed: another one, or another option, is added to the golden tree on purpose', () => {
    expectGoldenText('commands.txt', commandTree(specs));
  });

  test('have their behaviour where their words say, a test beside it, and golden keys for --json', () => {
    expect(missingFiles(specs, existsSync)).toEqual([]);
  });

  test('stand in one section of the help each, and every group has a summary', () => {
    const firstWords = [...new Set(specs.map(({ words }) => words.split(' ')[0]))];
    expect(sections.flatMap(({ words }) => words).sort()).toEqual(firstWords.sort());
    const parents = specs.flatMap(({ words }) => {
      const all = words.split(' ');
      return all.slice(1).map((_, index) => all.slice(0, index + 1).join(' '));
    });
    expect(Object.keys(groups).sort()).toEqual([...new Set(parents)].sort());
  });

  test.each(specs.map((spec) => ({ words: spec.words, spec })))(
    'lisa $words has examples that are understood',
    ({ spec }) => {
      const own = spec.examples.map(exampleWords).map((words) => program.parse(words));
      expect(own.length).toBeGreaterThan(0);
      for (const found of own) expect('entry' in found && found.entry.spec).toBe(spec);
    },
  );

  test('are used rightly in the examples of the root help and of the topics', async () => {
    const help = program.help([]) ?? '';
    const texts = [help, ...topics.map((topic) => topicText(topic, t, 80))];
    const examples = texts.flatMap((text) =>
      [...text.matchAll(/^ {2}(lisa .+)$/gm)].map((match) => match[1] ?? ''),
    );
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) expect(program.parse(exampleWords(example))).toHaveProperty('entry');
  });

  test.each(specs.filter(({ kind }) => kind === 'mutation').map(({ words }) => words))(
    'lisa %s can be agreed to beforehand and tried without effect',
    (words) => {
      const help = program.help(words.split(' ')) ?? '';
      expect(help).toContain('-y, --yes');
      expect(help).toContain('--dry-run');
    },
  );
});

describe('the law of the commands', () => {
  const show = command({
    words: 'thing show',
    summary: 'balance.summary',
    kind: 'data',
    operands: { id: { name: 'ID', summary: 'balance.summary', required: true } },
    options: { limit: { type: 'integer', minimum: 1, maximum: 9, summary: 'balance.summary' } },
    examples: ['lisa thing show 1'],
  });

  test('tells the whole command in its line of the tree', () => {
    expect(commandTree([show])).toBe('lisa thing show <ID> --json --limit=integer\n');
  });

  test('notices a command that the tree does not list', () => {
    const known = commandTree(specs);
    expect(commandTree([...specs, show])).not.toBe(known);
  });

  test('names the files that a command has to have', () => {
    expect(filesOf(show)).toEqual({
      behaviour: 'src/cli/commands/thing/show.ts',
      test: 'test/cli/thing/show.test.ts',
      golden: 'test/golden/json/thing-show/1.json',
    });
    expect(missingFiles([show], () => false)).toHaveLength(3);
    expect(missingFiles([show], () => true)).toEqual([]);
  });

  test('reads an example as a shell would', () => {
    expect(exampleWords('A=1 lisa login "900 123" --x | head')).toEqual(['login', '900 123', '--x']);
  });
});
