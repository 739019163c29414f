import { isCardNumber } from '../shared/card-number.ts';
import { CliError } from './errors.ts';
import { exitCodes } from './exit-codes.ts';

/**
 * Refuses text with a card number in it, whoever typed it and wherever: it goes nowhere from here, not even into a
 * message (R14).
 * @throws CliError `card_number_refused`
 */
export async function refuseCardNumbers(...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (await isCardNumber(text))
      throw new CliError(exitCodes.refused, 'card_number_refused', 'cabinet.card_number_refused', {
        hint: 'hint.card_number',
      });
  }
}

/** The same for the words of a command line: options, values behind `=`, and numbers typed in groups, are seen too. */
export async function refuseCardNumbersIn(words: readonly string[]): Promise<void> {
  const values = words.flatMap((word) => (word.startsWith('-') ? word.replace(/^-+/, '').split('=') : word));
  await refuseCardNumbers(...values, ...groupsOfDigits(values));
}

/** «2200 0000 …», typed without quotes, comes as several words. */
function groupsOfDigits(words: readonly string[]): string[] {
  const lines = words.map((word) => (/^\d{2,}$/.test(word) ? word : '\n')).join(' ');
  return lines.split('\n');
}
