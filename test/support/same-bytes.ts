import { expect } from 'vitest';
import type { Cli } from './run-cli.ts';

const PLACES = [
  { env: { LISA_LANG: undefined, LANG: 'C' }, zone: 'UTC' },
  { env: { LISA_LANG: undefined, LANG: 'ru_RU.UTF-8' }, zone: 'Pacific/Auckland' },
] as const;

/**
 * Runs a command under `LANG=C` and `ru_RU.UTF-8` in different time zones; stdout has to be the same bytes, piped and as
 * JSON. Returns both.
 */
export async function expectSameBytes(
  run: Cli['run'],
  args: readonly string[],
): Promise<{ plain: string; json: string }> {
  const outputs = { plain: new Set<string>(), json: new Set<string>() };
  const zone = process.env['TZ'];
  try {
    for (const place of PLACES) {
      process.env['TZ'] = place.zone;
      const plain = await run(args, { env: place.env });
      const json = await run([...args, '--json'], { env: place.env });
      expect([plain.code, json.code]).toEqual([0, 0]);
      outputs.plain.add(plain.stdout);
      outputs.json.add(json.stdout);
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
  const [plain = '', ...otherPlain] = outputs.plain;
  const [json = '', ...otherJson] = outputs.json;
  expect([otherPlain, otherJson]).toEqual([[], []]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a pipe gets no colour and no box
  expect(plain + json).not.toMatch(/[\u001b\u2500-\u257f]/);
  return { plain, json };
}
