import type { CommanderError } from 'commander';
import type { Translator } from '../messages/index.ts';
import { exitCodes } from './exit-codes.ts';
import type { Explanation } from './explain.ts';
import { sanitize } from './render/sanitize.ts';

/** A wrong command line in the reader's language: commander's own texts are English, its codes are stable. */
export function explainCommandLine(error: CommanderError, t: Translator): Explanation {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const word = sanitize(quoted);
  const suggestion = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1];
  const told = { exit: exitCodes.usage, code: 'usage', message: describe(error, word, t) };
  if (error.code === 'commander.unknownOption' && word === VIEW_OPTION)
    return { ...told, hint: t('error.only-reads') };
  return suggestion === undefined
    ? { ...told, hint: t('error.see-help') }
    : { ...told, hint: t('error.did-you-mean', { suggestion: sanitize(suggestion) }) };
}

/** Support reads as a subscriber and never acts as one (R16): no command that changes something has it. */
const VIEW_OPTION = '--as';

function describe(error: CommanderError, word: string, t: Translator): string {
  switch (error.code) {
    case 'commander.unknownCommand':
      return t('error.unknown-command', { command: word });
    case 'commander.unknownOption':
      return t('error.unknown-option', { option: word });
    case 'commander.missingArgument':
      return t('error.missing-operand', { operand: word });
    case 'commander.optionMissingArgument':
      return t('error.missing-value', { option: word });
    default:
      return sanitize(error.message.replace(/^error: /, ''));
  }
}
