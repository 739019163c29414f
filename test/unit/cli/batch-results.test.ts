import { expect, test } from 'vitest';
import { resultsCsv } from '../../../src/cli/staff/batch/results.ts';
import { slipFor } from '../../support/slips.ts';

test('no cell of the results is a formula, whatever a cabinet answers (ASVS 1.2.10)', () => {
  const evil = ['=HYPERLINK("https://evil")', '+1', '-1', '@SUM(1)', '\t=1'];
  const issued = evil.map((network_login, index) => ({
    line: index + 2,
    credentials: slipFor({ network_login }).credentials,
  }));
  const csv = resultsCsv({ issued, removed: [], refused: [] }, ';');
  expect(csv.split(/;|\r\n/).filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
  expect(csv).toContain(";'+1;");
});
