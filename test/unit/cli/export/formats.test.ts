import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFormat, ndjsonFormat } from '../../../../src/cli/export/formats.ts';
import { guard, plainCells, type UsageRow, usageColumns } from '../../../../src/cli/export/usage-rows.ts';
import { usageRow } from '../../../support/usage.ts';

const ROWS = [
  usageRow(),
  usageRow({ direction: 'in', counterpart: '+79001234567', place: 'Ревда; "центр", север', service: 'а\nб' }),
  usageRow({
    type: 'payment',
    direction: null,
    counterpart: null,
    place: null,
    volume: 1,
    unit: 'item',
    cost: { amount: '-500.00', currency: 'RUB' },
    service: '=HYPERLINK("http://evil")',
  }),
];

describe('rfc4180', () => {
  it('writes commas, CRLF, decimal points, ISO times and no byte order mark', async () => {
    const { head, rows } = await csvFormat('rfc4180');
    expect(head + rows(ROWS)).toBe(
      [
        'start,type,direction,counterpart,place,volume,unit,cost,balance_after,service',
        '2026-03-01T09:05:07+05:00,voice,out,9001234567,Екатеринбург,65,second,4.00,-1234.50,',
        '2026-03-01T09:05:07+05:00,voice,in,+79001234567,"Ревда; ""центр"", север",65,second,4.00,-1234.50,"а\nб"',
        '2026-03-01T09:05:07+05:00,payment,,,,1,item,-500.00,-1234.50,"\'=HYPERLINK(""http://evil"")"',
        '',
      ].join('\r\n'),
    );
  });
});

describe('excel-ru', () => {
  it('writes a byte order mark, semicolons, decimal commas, Russian words and dates', async () => {
    const { head, rows } = await csvFormat('excel-ru');
    expect(head + rows(ROWS)).toBe(
      `\ufeff${[
        'Начало;Вид;Направление;Абонент;Место;Объём;Единица;Стоимость;Баланс после;Услуга',
        '01.03.2026 09:05:07;звонок;исх.;9001234567;Екатеринбург;65;сек.;4,00;-1234,50;',
        '01.03.2026 09:05:07;звонок;вх.;+79001234567;"Ревда; ""центр"", север";65;сек.;4,00;-1234,50;"а\nб"',
        '01.03.2026 09:05:07;платёж;;;;1;шт.;-500,00;-1234,50;"\'=HYPERLINK(""http://evil"")"',
        '',
      ].join('\r\n')}`,
    );
  });
});

describe('ndjson', () => {
  it('writes one object a line, as the cabinet wrote it', () => {
    const lines = ndjsonFormat.rows(ROWS).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(ROWS);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[=+\-@\t\r\n\0";,']{1,4}[a-zа-я";,\r\n]{0,6}$/u),
  fc.constantFrom(
    '',
    '"',
    '""',
    '\r\n',
    '\n',
    '\r',
    ' ',
    ';',
    ',',
    "'",
    '=1+1',
    '+7 900',
    '-',
    '@x',
    '\ufeff',
    '＝1',
  ),
);

const hostileRow: fc.Arbitrary<UsageRow> = fc
  .record({
    counterpart: fc.option(hostile),
    place: fc.option(hostile),
    service: fc.option(hostile),
    kopecks: fc.integer({ min: -99_999, max: 99_999 }),
  })
  .map(({ kopecks, ...texts }) =>
    usageRow({ ...texts, cost: { amount: (kopecks / 100).toFixed(2), currency: 'RUB' } }),
  );

describe.each(['rfc4180', 'excel-ru'] as const)('any text in %s', (dialect) => {
  it('is read back by another program exactly as it was written', async () => {
    const { head, rows } = await csvFormat(dialect);
    fc.assert(
      fc.property(fc.array(hostileRow, { maxLength: 20 }), (given) => {
        const delimiter = dialect === 'rfc4180' ? ',' : ';';
        const read: string[][] = parse(head + rows(given), {
          delimiter,
          bom: true,
          record_delimiter: '\r\n',
        });
        const texts = read.slice(1).map((cells) => [cells[3], cells[4], cells[9]]);
        const expected = given.map(plainCells).map((cells) => [cells[3], cells[4], cells[9]]);
        expect(texts).toEqual(expected);
        expect(read.every((cells) => cells.length === usageColumns.length)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never starts a cell with a formula, unless it is an amount or a phone number', async () => {
    const { head, rows } = await csvFormat(dialect);
    fc.assert(
      fc.property(fc.array(hostileRow, { minLength: 1, maxLength: 20 }), (given) => {
        const delimiter = dialect === 'rfc4180' ? ',' : ';';
        const read: string[][] = parse(head + rows(given), {
          delimiter,
          bom: true,
          record_delimiter: '\r\n',
        });
        const dangerous = read
          .slice(1)
          .flat()
          .filter((text) => /^[=+\-@\t\r\0]/.test(text));
        expect(
          dangerous.filter((text) => !/^-?\d+[.,]\d{1,2}$/.test(text) && !/^\+?\d+$/.test(text)),
        ).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the formula guard', () => {
  it('puts an apostrophe before what a spreadsheet would run', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝'])
      expect(guard(`${start}1`)).toBe(`'${start}1`);
  });

  it('leaves other texts as they are', () => {
    for (const text of ['', 'МТС', "'=1", '7=7', ' =1']) expect(guard(text)).toBe(text);
  });

  it('spares numbers of phones and nothing that looks like one', () => {
    const written = (counterpart: string) => plainCells(usageRow({ counterpart }))[3];
    expect(written('+79001234567')).toBe('+79001234567');
    expect(written('0890')).toBe('0890');
    expect(written('+7900*1')).toBe("'+7900*1");
    expect(written('-900')).toBe("'-900");
  });

  it('spares amounts and nothing that only starts like one', () => {
    const written = (amount: string) => plainCells(usageRow({ cost: { amount, currency: 'RUB' } }))[7];
    expect(written('-12.50')).toBe('-12.50');
    expect(written('-1+2')).toBe("'-1+2");
  });
});
