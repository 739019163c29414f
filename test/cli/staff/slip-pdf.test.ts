import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Slip } from '../../../src/cli/staff/slip.ts';
import { slipPdf } from '../../../src/cli/staff/slip-pdf.ts';
import { havePrograms } from '../../support/programs.ts';
import { longestSlip, slipFor } from '../../support/slips.ts';

const directory = mkdtempSync(join(tmpdir(), 'lisa-slips-'));
const file = join(directory, 'slips.pdf');
afterAll(() => rmSync(directory, { recursive: true }));

const read = (program: string, ...args: string[]) => execFileSync(program, args, { encoding: 'utf8' });

async function write(...slips: Slip[]): Promise<Buffer> {
  writeFileSync(file, await slipPdf(slips));
  return readFileSync(file);
}

/** The words of each page, without the spaces between them: where a line ends is of no meaning. */
function pages(): string[] {
  return read('pdftotext', '-raw', file, '-')
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/g, ''));
}

const bare = (text: string) => text.replace(/\s/g, '');

describe.runIf(havePrograms('pdftotext', 'pdffonts', 'pdfinfo', 'pdftoppm'))('slips as PDF', () => {
  test('have one page of A6 each, in their order, with everything that a subscriber needs', async () => {
    const second = slipFor({ holder: 'Жёлудев Щуқар Әхмәт-улы', one_time_password: 'bcdf-ghjk-mnpq' });
    await write(slipFor(), second, longestSlip());
    expect(read('pdfinfo', file)).toMatch(/Pages: +3\n[\s\S]*Page size: +297\.64 x 419\.53 pts/);
    const [one = '', two, three] = pages();
    const told = [
      'Личный кабинет ЛИСА',
      'Иванова Анна Сергеевна',
      'Лицевой счёт 100200300',
      'Сетевой логин ivanova.anna',
      'Номер телефона 900 123-45-67',
      'Одноразовый пароль kzmt-wqdh-bnrx',
      'до 23.11.2026 21:03',
      'lisa login --server https://lisa.example.ru',
      'Придумайте свой пароль',
      'пустое SMS на 1070',
    ];
    for (const words of told) expect(one).toContain(bare(words));
    expect(two).toContain('ЖёлудевЩуқарӘхмәт-улы');
    expect(two).toContain('bcdf-ghjk-mnpq');
    for (const words of [
      'Ы'.repeat(100),
      'Щ'.repeat(30),
      'w'.repeat(32),
      longestSlip().cabinet,
      'спрашивают пароль.',
    ])
      expect(three).toContain(bare(words));
  });

  test('carry the letters they need, and nothing of the machine they are opened on', async () => {
    await write(slipFor());
    const [, , ...fonts] = read('pdffonts', file).trimEnd().split('\n');
    expect(fonts).toHaveLength(3);
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+PT(Sans|Mono)-\w+ +CID TrueType +Identity-H +yes yes yes/);
  });

  test('tell neither a name nor a password in their properties', async () => {
    const bytes = await write(slipFor({ holder: 'Ivanova', office: 'Perm' }));
    expect(bytes.toString('latin1')).not.toMatch(/Ivanova|kzmt|1002003/);
    expect(read('pdfinfo', file)).toMatch(
      /^Title: +Данные для первого входа\nCreator: +lisa\nProducer: +PDFKit\n/,
    );
  });

  test.each([
    ['usual words', slipFor()],
    ['everything as long as it may be', longestSlip()],
  ])('keep their margins: %s', async (_, slip) => {
    await write(slip);
    execFileSync('pdftoppm', ['-gray', '-r', '72', file, join(directory, 'page')]);
    const picture = readFileSync(join(directory, 'page-1.pgm'));
    const [head = '', width = '', height = ''] =
      /^P5\s(\d+)\s(\d+)\s255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
    const dark: { x: number; y: number }[] = [];
    for (let at = 0; at < Number(width) * Number(height); at += 1)
      if ((picture[head.length + at] ?? 255) < 200)
        dark.push({ x: at % Number(width), y: Math.floor(at / Number(width)) });
    expect(dark.length).toBeGreaterThan(2_000);
    expect(Math.min(...dark.map(({ x }) => x))).toBeGreaterThanOrEqual(22);
    expect(Math.max(...dark.map(({ x }) => x))).toBeLessThanOrEqual(Number(width) - 22);
    expect(Math.max(...dark.map(({ y }) => y))).toBeLessThanOrEqual(Number(height) - 22);
  });
});
