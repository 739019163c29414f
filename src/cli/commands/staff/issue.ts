import type { Client } from '../../../client/client.ts';
import { CabinetError } from '../../../client/errors.ts';
import { issueCredentials } from '../../../contract/operations/staff-issues.ts';
import { getSubscriber } from '../../../contract/operations/staff-subscribers.ts';
import type { Context } from '../../context.ts';
import { UsageError } from '../../errors.ts';
import { mutate, requireConsentable } from '../../mutation.ts';
import type { Result } from '../../render/result.ts';
import { requireStaff } from '../../session-owner.ts';
import type { InputFor, Run } from '../../spec.ts';
import { answerOf, readText } from '../../staff/answers.ts';
import { readDocument, readNewCodeword } from '../../staff/identity.ts';
import { askAccount, readAccount, readOrder } from '../../staff/order.ts';
import { SlipPaper } from '../../staff/paper.ts';
import { reissue } from '../../staff/reissue.ts';
import { newReplyKey, PASSWORD_OF_SLIP } from '../../staff/reply-key.ts';
import type { staffIssue } from './spec.ts';

type Input = InputFor<typeof staffIssue>;
type Options = Input['options'];

/** What only a new account is asked for. */
const OF_NEW = ['contract', 'name', 'region', 'msisdn', 'networkLogin', 'tariff'] as const;
const LONGEST_CONTRACT = 30;
const LONGEST_NAME = 100;

export const run: Run<typeof staffIssue> = async (context, input) => {
  const { options, yes, dryRun } = input;
  await requireStaff(context);
  const paper = new SlipPaper(context, options);
  await paper.check();
  const client = await context.client();
  const account = await accountOf(context, options);
  if (account !== null && (await exists(client, account))) {
    if (OF_NEW.some((name) => options[name] !== undefined) || options.company)
      throw new UsageError('staff.account-exists', { account }, 'staff.account-exists-hint');
    context.say('staff.issued-again', { account });
    return reissue(context, { yes, dryRun }, { ...options, login: account, schema: 'staff-issue/1' });
  }
  if (options.reason !== undefined) throw new UsageError('staff.reason-of-reissue');
  return issue(context, client, input, account, paper);
};

/** Null for the next free number. It is asked for where other answers are missing, too. */
async function accountOf(context: Context, options: Options): Promise<string | null> {
  if (options.account !== undefined) return readAccount(options.account);
  const asking = OF_NEW.some((name) => options[name] === undefined) && context.interactive;
  return asking && options.reason === undefined ? askAccount(context) : null;
}

async function exists(client: Client, account: string): Promise<boolean> {
  try {
    await client.call(getSubscriber, { params: { login: account } });
    return true;
  } catch (error) {
    if (error instanceof CabinetError && error.code === 'subscriber_not_found') return false;
    throw error;
  }
}

async function issue(
  context: Context,
  client: Client,
  { options, yes, dryRun }: Input,
  account: string | null,
  paper: SlipPaper,
): Promise<Result> {
  const order = await readOrder(context, client, { ...options, account });
  const holder = await readHolder(context, options);
  const document = await readDocument(context, options);
  if (!yes && !dryRun) requireConsentable(context);
  const codeword = dryRun ? SOME_CODEWORD : await readNewCodeword(context, options.codewordStdin);
  const body = { ...order, ...holder, document, reply_key: newReplyKey(context) };
  try {
    return await mutate(
      context,
      { yes, dryRun },
      {
        operation: issueCredentials,
        schema: 'staff-issue/1',
        input: { body: { ...body, codeword: SOME_CODEWORD } },
        async complete() {
          await paper.open();
          return { body: { ...body, codeword } };
        },
        question: 'staff.issue-question',
        before: (issued) => paper.preview(issued),
        after: (issued) => paper.handOver(issued),
        madeByDeed: PASSWORD_OF_SLIP,
        further: { slip: paper.path },
        check: `lisa staff subscriber show ${order.msisdn}`,
        checkHint: 'staff.unknown-hint',
      },
    );
  } finally {
    await paper.discard();
  }
}

/** A dry run needs no true codeword. */
const SOME_CODEWORD = '-';

async function readHolder(context: Context, { contract, name, company }: Options) {
  return {
    contract_number: await answerOf(
      context,
      contract,
      'staff.which-contract',
      '--contract',
      readText(LONGEST_CONTRACT),
    ),
    holder: await answerOf(context, name, 'staff.which-holder', '--name', readText(LONGEST_NAME)),
    holder_kind: await kindOf(context, name, company),
  };
}

/** Asked together with the name. */
async function kindOf(
  context: Context,
  name: string | undefined,
  company: boolean,
): Promise<'person' | 'company'> {
  if (company || name !== undefined) return company ? 'company' : 'person';
  const { t } = context;
  const kinds = [
    { name: t('staff.holder-person'), value: 'person' },
    { name: t('staff.holder-company'), value: 'company' },
  ];
  const prompts = await context.prompts();
  const chosen = await prompts.select(t('staff.which-holder-kind'), kinds, '--company');
  return chosen === 'company' ? 'company' : 'person';
}
