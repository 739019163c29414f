import { expect, it } from 'vitest';
import { defaultSettings } from '../../../src/cabinet/settings.ts';
import { parseSettings } from '../../../src/cabinet/settings-file.ts';

it('changes what is given and keeps the rest; money is kopecks, never a float', () => {
  const settings = parseSettings('{"toneDailyFee": 250, "loginTries": 3}');
  expect(settings).toEqual({ ...defaultSettings, toneDailyFee: 250n, loginTries: 3 });
});

it('has lists of what can be lent (R12) and of the bonus by tenure (R13)', () => {
  const rates = [
    { fromMonths: 0, percent: 0 },
    { fromMonths: 24, percent: 100 },
  ];
  const text = JSON.stringify({ promises: [{ amount: 20000, fee: 0 }], bonusRates: rates });
  const settings = parseSettings(text);
  expect(settings).toEqual({
    ...defaultSettings,
    promises: [{ amount: 200_00n, fee: 0n }],
    bonusRates: rates,
  });
  expect(parseSettings('{"promises": []}').promises).toEqual([]);
});

it.each([
  ['{"loginTrys": 3}', 'loginTrys: unknown'],
  ['{"constructor": 3}', 'constructor: unknown'],
  ['{"loginTries": 0}', 'loginTries: not a whole number, 1 or more'],
  ['{"toneDailyFee": 1.5}', 'toneDailyFee: not a whole number, 1 or more'],
  ['{"loginTries": "3"}', 'loginTries: not a whole number, 1 or more'],
  ['{"promises": 5000}', 'promises: not a list'],
  ['{"promises": [5000]}', 'promises[0].amount: not a whole number, 1 or more'],
  ['{"promises": [{"amount": 5000}]}', 'promises[0].fee: not a whole number, 0 or more'],
  ['{"promises": [{"amount": 5000, "fee": 1, "days": 3}]}', 'promises[0].days: unknown'],
  ['{"promises": [{"amount": 5000, "fee": 1}, {"amount": 5000, "fee": 2}]}', 'promises: an amount twice'],
  ['{"bonusRates": []}', 'bonusRates: fromMonths does not rise from 0'],
  ['{"bonusRates": [{"fromMonths": 1, "percent": 5}]}', 'bonusRates: fromMonths does not rise from 0'],
  [
    '{"bonusRates": [{"fromMonths": 0, "percent": 5}, {"fromMonths": 0, "percent": 6}]}',
    'bonusRates: fromMonths does not rise from 0',
  ],
  [
    '{"bonusRates": [{"fromMonths": 0, "percent": 101}]}',
    'bonusRates[0].percent: not a whole number, from 0 to 100',
  ],
  ['[]', 'not an object'],
  ['{', 'not JSON'],
])('refuses %s and names what is wrong', (text, message) => {
  expect(() => parseSettings(text)).toThrow(message);
});
