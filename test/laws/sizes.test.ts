import { describe, expect, test } from 'vitest';
import { sizeViolations } from './checks/sizes.ts';
import { readSources } from './checks/source.ts';

describe('files and functions', () => {
  test.each(['src', 'test', 'bench'])('stay within their budgets in %s', (folder) => {
    expect(sizeViolations(readSources(folder))).toEqual([]);
  });
});

describe('the law of sizes', () => {
  const lines = (count: number) => 'export {};\n'.repeat(count);

  test.each([
    ['a command', 'src/cli/commands/sim/block.ts', 150],
    ['an endpoint', 'src/cabinet/routes/sim/blockSim.ts', 110],
    ['any file', 'src/client/transport.ts', 300],
  ])('holds %s to its budget', (_, path, budget) => {
    expect(sizeViolations([{ path, text: lines(budget) }])).toEqual([]);
    expect(sizeViolations([{ path, text: lines(budget + 1) }])).toHaveLength(1);
  });

  test('holds a function to 60 lines, however it is written', () => {
    const body = '\n'.repeat(60);
    const text = `function a() {${body}}\nconst b = () => {${body}};\nclass C { d() {${body}} }\nfunction e() {\n}`;
    expect(sizeViolations([{ path: 'src/client/x.ts', text }])).toHaveLength(3);
  });
});
