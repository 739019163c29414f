import type { Client } from '../client/client.ts';
import { CabinetError, TransportError } from '../client/errors.ts';
import type { InputOf, Operation, ReplyOf } from '../contract/operation.ts';
import type { MessageKey, MessageParams } from '../messages/index.ts';
import type { Random } from '../shared/clock.ts';
import type { Context } from './context.ts';
import { CliError, InputNeeded, Interrupted } from './errors.ts';
import { exitCodes } from './exit-codes.ts';
import { explain } from './explain.ts';
import type { Result } from './render/result.ts';

/** One side of a mutation as people see it: before it, or after it. */
export type Shown = Pick<Result, 'blocks' | 'notes' | 'exit' | 'ifLost'>;

/** A change of something in the cabinet, as its command describes it. */
export interface Mutation<O extends Operation> {
  operation: O;
  /** Of the JSON object, which is the reply with `dry_run` before it: one shape for the preview and for the deed. */
  schema: string;
  input: InputOf<O>;
  /** Completes the input after the consent, with what a dry run must not know (a codeword). */
  complete?(): Promise<InputOf<O>>;
  question: MessageKey;
  questionParams?(reply: ReplyOf<O>): MessageParams;
  /** What would happen, from the reply of the dry run. */
  before(reply: ReplyOf<O>): Shown;
  /** The state that resulted, and the next command. */
  after(reply: ReplyOf<O>): Shown | Promise<Shown>;
  /** Members of the reply that mean nothing before the deed, and are null in the JSON of a dry run. */
  madeByDeed?: readonly (keyof ReplyOf<O> & string)[];
  /** Further members of the JSON object. */
  further?: Readonly<Record<string, unknown>>;
  /** The command that shows whether it was done when no answer came. */
  check: string;
  /** What to do then, where the command is not all of it. */
  checkHint?: MessageKey;
}

/**
 * The one way to change something: shows what will happen, asks (no is the default), sends it with one idempotency key
 * however often the client retries, and returns the state that resulted. With `dryRun` the preview is the result; with
 * `yes` nothing is shown or asked before.
 * @throws InputNeeded without `yes` and without a terminal to ask on
 * @throws CliError `declined`, or `outcome_unknown` when it may have been done without an answer
 */
export async function mutate<O extends Operation>(
  context: Context,
  { yes, dryRun }: { yes: boolean; dryRun: boolean },
  mutation: Mutation<O>,
): Promise<Result> {
  if (!yes && !dryRun) requireConsentable(context);
  const client = await context.client();
  if (dryRun) {
    const reply = await foresee(client, mutation);
    const { blocks, notes = [] } = mutation.before(reply);
    return {
      blocks,
      json: toJson(mutation, true, reply),
      notes: [...notes, { key: 'mutation.nothing-changed' }],
    };
  }
  const input = await prepare(context, client, mutation, yes);
  const reply = await perform(context, client, mutation, input);
  return { ...(await mutation.after(reply)), json: toJson(mutation, false, reply) };
}

/** Says so at once, before a command asks anything else. @throws InputNeeded when there is nobody to ask */
export function requireConsentable(context: Context): void {
  if (!context.interactive) throw new InputNeeded(context.t('mutation.consent'), '--yes');
}

function toJson<O extends Operation>(mutation: Mutation<O>, dryRun: boolean, reply: ReplyOf<O>) {
  const { schema, madeByDeed = [], further } = mutation;
  const unmade = dryRun ? Object.fromEntries(madeByDeed.map((member) => [member, null])) : {};
  return { schema, dry_run: dryRun, ...(reply as object), ...unmade, ...further };
}

async function foresee<O extends Operation>(
  client: Client,
  { operation, input }: Mutation<O>,
): Promise<ReplyOf<O>> {
  const dryRun = { ...(input as object), query: { dry_run: true } } as unknown as InputOf<O>;
  return client.call(operation, dryRun);
}

/** Everything that comes before the request itself: until here an interruption leaves nothing behind. */
async function prepare<O extends Operation>(
  context: Context,
  client: Client,
  mutation: Mutation<O>,
  yes: boolean,
): Promise<InputOf<O>> {
  try {
    if (!yes) await previewAndAsk(context, client, mutation);
    return mutation.complete === undefined ? mutation.input : await mutation.complete();
  } catch (error) {
    if (isTold(error)) throw error;
    throw error instanceof Interrupted || context.signal.aborted
      ? new Interrupted('error.nothing-done')
      : error;
  }
}

async function previewAndAsk<O extends Operation>(
  context: Context,
  client: Client,
  mutation: Mutation<O>,
): Promise<void> {
  const reply = await foresee(client, mutation);
  const { blocks, notes = [] } = mutation.before(reply);
  const { renderForPeople } = await import('./render/terminal.ts');
  context.host.stderr.write(`${renderForPeople(blocks, context, context.host.stderr)}\n`);
  for (const note of notes) context.warn(note.key, note.params);
  await askConsent(context, context.t(mutation.question, mutation.questionParams?.(reply)));
}

/** Asks whether to go on; no is the default. @throws CliError `declined` */
export async function askConsent(context: Context, question: string): Promise<void> {
  const prompts = await context.prompts();
  if (!(await prompts.confirm(question, '--yes')))
    throw new CliError(exitCodes.failed, 'declined', 'error.nothing-done');
}

async function perform<O extends Operation>(
  context: Context,
  client: Client,
  mutation: Mutation<O>,
  input: InputOf<O>,
): Promise<ReplyOf<O>> {
  const idempotencyKey = newKey(context.host.random);
  if (context.flags.debug) context.warn('mutation.key', { key: idempotencyKey });
  try {
    return await client.call(mutation.operation, input, { idempotencyKey });
  } catch (error) {
    const interrupted = context.signal.aborted;
    if (mayHaveHappened(error)) throw outcomeUnknown(context, error, mutation);
    throw interrupted && !isTold(error) ? new Interrupted('error.nothing-done') : error;
  }
}

/** Nothing was done: without the acquirer's page nobody can pay. */
const NOT_BEGUN: ReadonlySet<string> = new Set(['unavailable', 'acquirer_unavailable']);

/** An answer that says no is certain; a lost one, or a failure inside the cabinet, is not. */
function mayHaveHappened(error: unknown): boolean {
  if (isTold(error)) return false;
  if (error instanceof TransportError) return error.sent;
  if (error instanceof CabinetError) return error.status >= 500 && !NOT_BEGUN.has(error.code);
  return !(error instanceof CliError) || error instanceof Interrupted;
}

/** An interruption at a question that came up on the way, before anything was sent, says itself what is left to do. */
function isTold(error: unknown): boolean {
  return error instanceof Interrupted && error.key !== 'error.interrupted';
}

function outcomeUnknown(
  context: Context,
  error: unknown,
  { check, checkHint = 'error.outcome-hint' }: Pick<Mutation<Operation>, 'check' | 'checkHint'>,
): CliError {
  const { t, locale, signal } = context;
  const told = { code: 'outcome_unknown', hint: checkHint } as const;
  if (signal.aborted) {
    const params = { cause: t('error.interrupted'), command: check };
    return new Interrupted('error.outcome-unknown', { ...told, params });
  }
  const params = { cause: explain(error, t, locale).message, command: check };
  return new CliError(exitCodes.unreachable, told.code, 'error.outcome-unknown', {
    params,
    hint: told.hint,
    cause: error,
  });
}

/** 128 random bits: a key is never used for two different deeds. */
function newKey(random: Random): string {
  return Buffer.from(random.bytes(16)).toString('hex');
}
