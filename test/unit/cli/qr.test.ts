import { Writable } from 'node:stream';
import fc from 'fast-check';
import jsqr from 'jsqr';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../../src/cli/context.ts';
import { readGlobalFlags } from '../../../src/cli/flags.ts';
import { enrolmentText, qrLines } from '../../../src/cli/render/qr.ts';
import { loadMessages } from '../../../src/messages/index.ts';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const uri = `otpauth://totp/LISA:petrova.anna?secret=${secret}&issuer=LISA&digits=6&period=30`;
const start = '\u001b[38;5;16;48;5;231m';
const end = '\u001b[0m';
const PIXELS = 4;

/** What a camera makes of the lines: an independent decoder looks at them as pixels on a dark or a light terminal. */
function scan(lines: readonly string[], terminal: 'dark' | 'light'): string | undefined {
  const around = terminal === 'dark' ? 0 : 255;
  const modules = lines.flatMap((line) => {
    expect(line.startsWith(start) && line.endsWith(end)).toBe(true);
    const halves = [...line.slice(start.length, -end.length)];
    return [
      halves.map((half) => (half === '▀' || half === '█' ? 0 : 255)),
      halves.map((half) => (half === '▄' || half === '█' ? 0 : 255)),
    ];
  });
  const size = ((modules[0]?.length ?? 0) + 10) * PIXELS;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let at = 0; at < size * size; at += 1) {
    const [row, column] = [Math.floor(at / size / PIXELS) - 5, Math.floor((at % size) / PIXELS) - 5];
    pixels.fill(modules[row]?.[column] ?? around, at * 4, at * 4 + 3);
  }
  return jsqr.default(pixels, size, size, { inversionAttempts: 'dontInvert' })?.data;
}

async function shown(
  env: Record<string, string>,
  { columns = 80, lang = 'en' as 'en' | 'ru', args = [] as string[] } = {},
): Promise<string> {
  const stream = Object.assign(new Writable(), { isTTY: true, columns });
  const host = { env, platform: 'linux' } as unknown as Context['host'];
  const flags = readGlobalFlags(args, env);
  return enrolmentText({ t: await loadMessages(lang), flags, host }, stream, { uri, secret });
}

const UTF8 = { LANG: 'ru_RU.UTF-8', TERM: 'xterm-256color' };

describe('a QR code in the terminal', () => {
  test('says what it was given, on a dark terminal and on a light one', () => {
    const { lines } = qrLines(uri, 80) ?? { lines: [] };
    expect(scan(lines, 'dark')).toBe(uri);
    expect(scan(lines, 'light')).toBe(uri);
  });

  test('says any text', () => {
    const texts = fc.string({ minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(texts, (text) => {
        const { lines } = qrLines(text, 80) ?? { lines: [] };
        expect(scan(lines, 'dark')).toBe(text);
      }),
      { numRuns: 40, seed: 20_261_122 },
    );
  });

  test('stands in a terminal of 80 columns and 24 rows together with its key', async () => {
    const lines = (await shown(UTF8)).trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(23);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours take no room
    for (const line of lines) expect(line.replace(/\u001b\[[\d;]+m/g, '').length).toBeLessThanOrEqual(80);
    expect(lines[1]).toMatch(/ {3}Key, to type by hand:$/);
    expect(lines[2]).toMatch(/ {3}JBSW Y3DP EHPK 3PXP$/);
    expect(lines[3]).toMatch(/ {3}JBSW Y3DP EHPK 3PXP$/);
  });

  test('has its key below in a terminal that is hardly wider than the code', async () => {
    const lines = (await shown(UTF8, { columns: 60, lang: 'ru' })).trimEnd().split('\n');
    const code = lines.slice(0, -4);
    expect(scan(code, 'dark')).toBe(uri);
    expect(lines.slice(-4)).toEqual([
      '',
      'Ключ для ввода вручную:',
      'JBSW Y3DP EHPK 3PXP',
      'JBSW Y3DP EHPK 3PXP',
    ]);
  });

  test.each([
    ['NO_COLOR', { ...UTF8, NO_COLOR: '1' }, {}],
    ['--no-color', UTF8, { args: ['--no-color'] }],
    ['a terminal without UTF-8', { LANG: 'C', TERM: 'xterm' }, {}],
    ['a locale that overrides it', { ...UTF8, LC_ALL: 'ru_RU.KOI8-R' }, {}],
    ['a narrow terminal', UTF8, { columns: 40 }],
    ['TERM=dumb', { ...UTF8, TERM: 'dumb' }, {}],
  ])('is the key and the address in words with %s', async (_, env, options) => {
    expect(await shown(env, options)).toBe(
      `Key, to type by hand:\nJBSW Y3DP EHPK 3PXP\nJBSW Y3DP EHPK 3PXP\n\nOr as a link:\n${uri}\n`,
    );
  });
});
