import { expect, it } from 'vitest';
import { defaultSettings } from '../../../src/cabinet/settings.ts';
import { parseSettings } from '../../../src/cabinet/settings-file.ts';

it('changes what is given and keeps the rest; money is kopecks, never a float', () => {
  const settings = parseSettings('{"toneDailyFee": 250, "loginTries": 3}');
  expect(settings).toEqual({ ...defaultSettings, toneDailyFee: 250n, loginTries: 3 });
});

it.each([
  ['{"loginTrys": 3}', 'loginTrys: unknown'],
  ['{"constructor": 3}', 'constructor: unknown'],
  ['{"loginTries": 0}', 'loginTries: not a positive whole number'],
  ['{"toneDailyFee": 1.5}', 'toneDailyFee: not a positive whole number'],
  ['{"loginTries": "3"}', 'loginTries: not a positive whole number'],
  ['[]', 'not an object'],
  ['{', 'not JSON'],
])('refuses %s and names what is wrong', (text, message) => {
  expect(() => parseSettings(text)).toThrow(message);
});
