import type { Static } from 'typebox';
import { documentKinds, type IdentityCheck } from '../../contract/operations/staff-issues.ts';
import type { Context } from '../context.ts';
import { InputNeeded, UsageError } from '../errors.ts';
import { readSecretLine } from '../prompts/stdin.ts';
import { answerOf, readText } from './answers.ts';

type Check = Static<typeof IdentityCheck>;
type Document = Extract<Check, { document: unknown }>['document'];

/** How the member made sure whom they serve, as it was typed. */
export interface TypedIdentity {
  document: Document['kind'] | undefined;
  lastDigits: string | undefined;
  codewordStdin: boolean;
}

/** A dry run never examines it, so that nobody has to say one. */
export const UNEXAMINED: Check = { document: { kind: 'passport', last_digits: '0000' } };

/**
 * Refuses what could not be answered later: a document and a codeword at once, or neither of them without a terminal.
 * @throws UsageError, InputNeeded
 */
export function checkTyped(context: Context, typed: TypedIdentity): void {
  const document = typed.document !== undefined || typed.lastDigits !== undefined;
  if (document && typed.codewordStdin) throw new UsageError('staff.identity-twice');
  if (!document && !typed.codewordStdin && !context.interactive)
    throw new InputNeeded(context.t('staff.identity'), '--document');
}

/** The document or the codeword by which the member knows the subscriber (R16). @throws UsageError, InputNeeded */
export async function readCheck(context: Context, typed: TypedIdentity): Promise<Check> {
  if (typed.codewordStdin) return { codeword: await readCodewordLine(context) };
  if (typed.document === undefined && typed.lastDigits === undefined) {
    const { t } = context;
    const prompts = await context.prompts();
    const means = [
      { name: t('staff.by-document'), value: 'document' },
      { name: t('staff.by-codeword'), value: 'codeword' },
    ];
    if ((await prompts.select(t('staff.identity'), means, '--document')) === 'codeword')
      return { codeword: readCodeword(await prompts.secret(t('staff.codeword'), '--codeword-stdin')) };
  }
  return { document: await readDocument(context, typed) };
}

/** Kind and last digits of a document. @throws UsageError, InputNeeded */
export async function readDocument(
  context: Context,
  typed: Pick<TypedIdentity, 'document' | 'lastDigits'>,
): Promise<Document> {
  return {
    kind: typed.document ?? (await chooseDocument(context)),
    last_digits: await answerOf(
      context,
      typed.lastDigits,
      'staff.which-digits',
      '--last-digits',
      readLastDigits,
    ),
  };
}

/** A new codeword: whoever types it does not see it, so it is typed twice. @throws UsageError, InputNeeded */
export async function readNewCodeword(context: Context, fromStdin: boolean): Promise<string> {
  if (fromStdin) return readCodewordLine(context);
  const prompts = await context.prompts();
  const { t } = context;
  while (true) {
    const first = await prompts.secret(t('staff.codeword'), '--codeword-stdin');
    if (first === (await prompts.secret(t('staff.codeword-again'), '--codeword-stdin')))
      return readCodeword(first);
    context.warn('password.differ');
  }
}

async function chooseDocument(context: Context): Promise<Document['kind']> {
  const { t } = context;
  const kinds = documentKinds.map((kind) => ({ name: t(`staff-document.${kind}`), value: kind }));
  const prompts = await context.prompts();
  const chosen = await prompts.select(t('staff.which-document'), kinds, '--document');
  return documentKinds.find((kind) => kind === chosen) ?? 'passport';
}

async function readCodewordLine({ host, signal }: Context): Promise<string> {
  return readCodeword(await readSecretLine(host.stdin, signal));
}

const LONGEST_CODEWORD = 64;
const readCodeword = readText(LONGEST_CODEWORD);

function readLastDigits(text: string): string {
  const digits = text.trim();
  if (!/^\d{4}$/.test(digits)) throw new UsageError('staff.bad-digits');
  return digits;
}
