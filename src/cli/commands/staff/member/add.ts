import { type StaffRole, staffRoles } from '../../../../contract/operations/staff.ts';
import { createMember } from '../../../../contract/operations/staff-members.ts';
import type { Context } from '../../../context.ts';
import { mutate } from '../../../mutation.ts';
import { requireStaff } from '../../../session-owner.ts';
import type { InputFor, Run } from '../../../spec.ts';
import { answerOf, askUntil, readLoginName, readText } from '../../../staff/answers.ts';
import { memberFields, showInvitation } from '../../../staff/members.ts';
import { newReplyKey, PASSWORD_OF_SLIP } from '../../../staff/reply-key.ts';
import { readMsisdn } from '../../../values.ts';
import type { memberAdd } from './spec.ts';

type Options = InputFor<typeof memberAdd>['options'];

export const run: Run<typeof memberAdd> = async (context, { options, operands, yes, dryRun }) => {
  await requireStaff(context);
  const login = readLoginName(operands.login);
  const member = await readMember(context, options);
  return mutate(
    context,
    { yes, dryRun },
    {
      operation: createMember,
      schema: 'staff-member-add/1',
      input: { body: { login, ...member, reply_key: newReplyKey(context) } },
      question: 'staff.member-add-question',
      before: (invitation) => ({ blocks: [memberFields(invitation, context)] }),
      after: (invitation) => showInvitation(invitation, context),
      madeByDeed: PASSWORD_OF_SLIP,
      check: `lisa staff member show ${login}`,
      checkHint: 'staff.member-unknown-hint',
    },
  );
};

const LONGEST_NAME = 100;
const LONGEST_OFFICE = 60;
const LONGEST_REGION = 20;

/** Region and own numbers may be left out; somebody who is asked for the rest is asked for them, too. */
async function readMember(context: Context, { name, role, office, region, ownLines }: Options) {
  const asking = [name, role, office].includes(undefined);
  return {
    name: await answerOf(context, name, 'staff.which-name', '--name', readText(LONGEST_NAME)),
    role: role ?? (await chooseRole(context)),
    office: await answerOf(context, office, 'staff.which-office', '--office', readText(LONGEST_OFFICE)),
    region: asking && region === undefined ? await askRegion(context) : readRegion(region ?? ''),
    own_lines: asking && ownLines === undefined ? await askOwnLines(context) : readOwnLines(ownLines ?? ''),
  };
}

async function chooseRole(context: Context): Promise<StaffRole> {
  const { t } = context;
  const roles = staffRoles.map((role) => ({ name: t(`staff.role-${role}`), value: role }));
  const prompts = await context.prompts();
  const chosen = await prompts.select(t('staff.which-role'), roles, '--role');
  return staffRoles.find((role) => role === chosen) ?? 'support';
}

function askRegion(context: Context): Promise<string | null> {
  return askUntil(context, 'staff.which-member-region', '--region', readRegion);
}

function readRegion(text: string): string | null {
  return text.trim() === '' ? null : readText(LONGEST_REGION)(text);
}

function askOwnLines(context: Context): Promise<string[]> {
  return askUntil(context, 'staff.which-own-lines', '--own-lines', readOwnLines);
}

function readOwnLines(text: string): string[] {
  const typed = text.split(/[,;]/).map((line) => line.trim());
  return [...new Set(typed.filter((line) => line !== '').map(readMsisdn))];
}
