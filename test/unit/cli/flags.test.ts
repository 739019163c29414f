import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { localeOf, mayAsk, readGlobalFlags, wantsColor } from '../../../src/cli/flags.ts';
import type { Host } from '../../../src/cli/host.ts';

const terminal = Object.assign(new PassThrough(), { isTTY: true });
const pipe = new PassThrough();

describe('colour', () => {
  test.each<[args: string[], env: Host['env'], terminal: boolean, pipe: boolean]>([
    [[], {}, true, false],
    [['--no-color'], {}, false, false],
    [[], { NO_COLOR: '1' }, false, false],
    [[], { NO_COLOR: '0' }, false, false],
    [[], { NO_COLOR: '' }, true, false],
    [[], { TERM: 'dumb' }, false, false],
    [[], { TERM: 'xterm-256color' }, true, false],
    [[], { FORCE_COLOR: '1' }, true, true],
    [[], { FORCE_COLOR: '3' }, true, true],
    [[], { FORCE_COLOR: '0' }, false, false],
    [[], { FORCE_COLOR: 'false' }, false, false],
    [[], { FORCE_COLOR: '' }, true, false],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false, false],
    [['--no-color'], { FORCE_COLOR: '1' }, false, false],
  ])('%j %j: terminal %s, pipe %s', (args, env, onTerminal, inPipe) => {
    const flags = readGlobalFlags(args, env);
    expect(wantsColor(flags, env, terminal)).toBe(onTerminal);
    expect(wantsColor(flags, env, pipe)).toBe(inPipe);
  });
});

describe('questions', () => {
  test.each<[args: string[], env: Host['env'], stdin: boolean, stderr: boolean, asks: boolean]>([
    [[], {}, true, true, true],
    [[], {}, false, true, false],
    [[], {}, true, false, false],
    [['--no-input'], {}, true, true, false],
    [[], { LISA_NO_INPUT: '1' }, true, true, false],
    [[], { LISA_NO_INPUT: '' }, true, true, true],
    [[], { CI: 'true' }, true, true, false],
    [[], { CI: '1' }, true, true, false],
    [[], { CI: 'false' }, true, true, true],
    [[], { CI: '' }, true, true, true],
  ])('%j %j stdin %s stderr %s: %s', (args, env, stdin, stderr, asks) => {
    const host = { env, stdin: stdin ? terminal : pipe, stderr: stderr ? terminal : pipe } as unknown as Host;
    expect(mayAsk(readGlobalFlags(args, env), host)).toBe(asks);
  });
});

describe('language', () => {
  test.each<[args: string[], env: Host['env'], locale: 'en' | 'ru']>([
    [[], {}, 'en'],
    [[], { LANG: 'ru_RU.UTF-8' }, 'ru'],
    [[], { LANG: 'C' }, 'en'],
    [[], { LC_MESSAGES: 'ru_RU', LANG: 'en_US' }, 'ru'],
    [[], { LC_ALL: 'C', LC_MESSAGES: 'ru_RU' }, 'en'],
    [[], { LC_ALL: '', LANG: 'ru_RU' }, 'ru'],
    [[], { LISA_LANG: 'en', LANG: 'ru_RU' }, 'en'],
    [['--lang', 'ru'], { LISA_LANG: 'en' }, 'ru'],
    [['--lang=ru'], {}, 'ru'],
    [[], { LANG: 'de_DE.UTF-8' }, 'en'],
  ])('%j %j: %s', (args, env, locale) => {
    expect(localeOf(readGlobalFlags(args, env), env)).toBe(locale);
  });
});

test('global flags count before and after the words of a command, but not after --', () => {
  expect(readGlobalFlags(['--json', 'balance'], {}).json).toBe(true);
  expect(readGlobalFlags(['balance', '--quiet', '--debug'], {})).toMatchObject({ quiet: true, debug: true });
  expect(readGlobalFlags(['balance', '--', '--json'], {}).json).toBe(false);
  expect(readGlobalFlags(['--profile', 'work', 'balance', '--server=https://x'], {})).toMatchObject({
    profile: 'work',
    server: 'https://x',
  });
});

test('of a flag that is repeated the last counts, however it is written', () => {
  expect(readGlobalFlags(['--profile=a', '--profile', 'b'], {}).profile).toBe('b');
  expect(readGlobalFlags(['--profile', 'a', 'balance', '--profile=b'], {}).profile).toBe('b');
});

test('LISA_DEBUG is --debug, and an empty one is unset', () => {
  expect(readGlobalFlags([], { LISA_DEBUG: '1' }).debug).toBe(true);
  expect(readGlobalFlags([], { LISA_DEBUG: '' }).debug).toBe(false);
});
