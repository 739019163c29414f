import { describe, expect, test } from 'vitest';
import { callViolations } from './checks/calls.ts';
import { readSources } from './checks/source.ts';

describe('the process, the clock, randomness and the console', () => {
  test('are touched by the hosts only', () => {
    expect(callViolations(readSources('src'))).toEqual([]);
  });
});

describe('the law of forbidden calls', () => {
  const violations = (text: string, path = 'src/cabinet/domain/sim/blockSim.ts') =>
    callViolations([{ path, text }]);

  test.each([
    'const now = Date.now();',
    'const now = new Date();',
    'const now = Date();',
    'const dice = Math.random();',
    "import { randomUUID } from 'node:crypto';",
    "import { randomBytes as bytes } from 'node:crypto';",
    "import { env } from 'node:process';",
    'process.exit(1);',
    "const home = process['env'];",
    "console.error('lost');",
  ])('forbids %s', (text) => {
    expect(violations(text)).toHaveLength(1);
  });

  test.each([
    "const day = new Date('2026-03-05');",
    'const today = clock.now();',
    "import { createHash } from 'node:crypto';",
    'const platform: NodeJS.Platform = host.platform;',
    '// process.exit() would lose output',
  ])('allows %s', (text) => {
    expect(violations(text)).toEqual([]);
  });

  test('leaves the hosts alone', () => {
    expect(violations('process.exitCode = Date.now();', 'src/cli/host.ts')).toEqual([]);
  });
});
