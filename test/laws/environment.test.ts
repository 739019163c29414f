import { describe, expect, test } from 'vitest';
import { variables } from '../../src/cli/help/variables.ts';
import { variablesRead } from './checks/environment.ts';
import { readSources } from './checks/source.ts';

/** The sandbox's acquirer is a program of its own, which nobody but the sandbox starts. */
const ACQUIRER = ['src/acquirer/', 'src/cabinet/sandbox/acquirer-process.ts'];

describe('the environment', () => {
  test('is documented variable by variable: lisa help environment names what is read, and nothing else', () => {
    const elsewhere = ['src/messages/', 'src/cli/help/variables.ts', ...ACQUIRER];
    const sources = readSources('src').filter(
      ({ path }) => !elsewhere.some((place) => path.startsWith(place)),
    );
    expect(variablesRead(sources)).toEqual([...variables].sort());
  });
});

describe('the law of the environment', () => {
  test('sees a variable however it is read', () => {
    const text = "env['NO_COLOR']; host.env.TERM; env['https_proxy']; const name = 'LISA_TOKEN';";
    expect(variablesRead([{ path: 'x.ts', text }])).toEqual([
      'HTTPS_PROXY',
      'LISA_TOKEN',
      'NO_COLOR',
      'TERM',
    ]);
  });
});
