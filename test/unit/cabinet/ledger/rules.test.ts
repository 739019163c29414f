import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertBalanced,
  type Book,
  balanceChanges,
  type Posting,
} from '../../../../src/cabinet/domain/ledger/rules.ts';

const books: Book[] = [
  'wallet',
  'hold',
  'opening',
  'cash.card',
  'revenue.tariff',
  'revenue.tone',
  'revenue.usage',
];
const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).filter((value) => value !== 0n);
const posting = fc.record({ book: fc.constantFrom(...books), amount });

describe('the postings of a transaction', () => {
  it('may move money between any books as long as they sum to zero', () => {
    fc.assert(
      fc.property(fc.array(posting, { minLength: 1, maxLength: 6 }), (some) => {
        const rest = -some.reduce((sum, each) => sum + each.amount, 0n);
        fc.pre(rest !== 0n);
        assertBalanced([...some, { book: 'opening', amount: rest }]);
      }),
    );
  });

  it.each<[string, Posting[]]>([
    [
      'a kopeck is missing',
      [
        { book: 'wallet', amount: -100n },
        { book: 'revenue.tone', amount: 99n },
      ],
    ],
    [
      'a line moves nothing',
      [
        { book: 'wallet', amount: 0n },
        { book: 'revenue.tone', amount: 0n },
      ],
    ],
    ['there is one line', [{ book: 'wallet', amount: 100n }]],
    ['there is none', []],
  ])('are rejected when %s', (_why, postings) => {
    expect(() => assertBalanced(postings)).toThrow('post');
  });

  it('change the balances of the subscriber’s books only, each once, the hold first', () => {
    const changes = balanceChanges([
      { book: 'wallet', amount: -500n },
      { book: 'hold', amount: 200n },
      { book: 'wallet', amount: 100n },
      { book: 'revenue.tariff', amount: 200n },
    ]);
    expect(changes).toEqual([
      { book: 'hold', amount: 200n },
      { book: 'wallet', amount: -400n },
    ]);
  });

  it('leave a book alone whose lines cancel out', () => {
    const changes = balanceChanges([
      { book: 'wallet', amount: -5n },
      { book: 'wallet', amount: 5n },
    ]);
    expect(changes).toEqual([]);
  });
});
