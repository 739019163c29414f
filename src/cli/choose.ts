import type { MessageKey } from '../messages/index.ts';
import type { Context } from './context.ts';
import { CliError, InputNeeded, UsageError } from './errors.ts';
import { exitCodes } from './exit-codes.ts';
import { sanitize } from './render/sanitize.ts';

export interface Choosable {
  id: string;
  /** Names that mean it, in both languages. */
  names: readonly string[];
  /** Its line in the list that a terminal offers. */
  line: string;
}

/**
 * The id that a typed word means: an id, or else a name that only one has, both in any case of letters. A word that
 * means nothing here is handed on as it is, for the cabinet to refuse.
 * @throws UsageError when several have this name
 */
export function matchWord(word: string, items: readonly Choosable[]): string {
  if (items.some((item) => item.id === word)) return word;
  const wanted = fold(word);
  const meant = items.find((item) => fold(item.id) === wanted);
  if (meant) return meant.id;
  const named = items.filter((item) => item.names.some((name) => fold(name) === wanted));
  if (named.length > 1) {
    const ids = named.map((item) => item.id).join(', ');
    throw new UsageError('error.ambiguous', { value: word, ids });
  }
  return named[0]?.id ?? word;
}

/** A name as it is compared: case, form of the letters and ё do not matter. */
export function fold(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replaceAll('ё', 'е');
}

/**
 * The id of what the operand means; a terminal is offered the list when there is no operand.
 * @throws InputNeeded without an operand and without a terminal
 */
export async function chooseOne(
  context: Context,
  choice: {
    word: string | undefined;
    operand: string;
    question: MessageKey;
    list(): Promise<readonly Choosable[]>;
  },
): Promise<string> {
  const { word, operand, question } = choice;
  if (word) return matchWord(word, await choice.list());
  const asked = context.t(question);
  if (!context.interactive) throw new InputNeeded(asked, operand);
  const items = await choice.list();
  if (items.length === 0)
    throw new CliError(exitCodes.refused, 'nothing_to_choose', 'error.nothing-to-choose');
  const prompts = await context.prompts();
  return prompts.select(
    asked,
    items.map((item) => ({ name: sanitize(item.line), value: item.id })),
    operand,
  );
}
