import { reissueCredentials } from '../../contract/operations/staff-issues.ts';
import type { Context } from '../context.ts';
import { mutate } from '../mutation.ts';
import type { Result } from '../render/result.ts';
import { checkTyped, readCheck, type TypedIdentity, UNEXAMINED } from './identity.ts';
import { SlipPaper } from './paper.ts';
import { askReason } from './reason.ts';
import { newReplyKey, PASSWORD_OF_SLIP } from './reply-key.ts';

export interface Reissue extends TypedIdentity {
  /** Any login of the account (R1). */
  login: string;
  /** Of the JSON object. */
  schema: string;
  reason: string | undefined;
  slip: string | undefined;
  force: boolean;
}

/**
 * Issues a first password again for an account that exists: the present one is worthless from then on, and every session
 * ends. The reason is asked for, and after the consent the document or the codeword.
 */
export async function reissue(
  context: Context,
  agreed: { yes: boolean; dryRun: boolean },
  asked: Reissue,
): Promise<Result> {
  if (!agreed.dryRun) checkTyped(context, asked);
  const paper = new SlipPaper(context, asked);
  await paper.check();
  const body = { reason: await askReason(context, asked.reason), reply_key: newReplyKey(context) };
  const params = { login: asked.login };
  try {
    return await mutate(context, agreed, {
      operation: reissueCredentials,
      schema: asked.schema,
      input: { params, body: { ...body, check: UNEXAMINED } },
      async complete() {
        const check = await readCheck(context, asked);
        await paper.open();
        return { params, body: { ...body, check } };
      },
      question: 'staff.reset-question',
      before: (issued) => paper.preview(issued, [{ key: 'staff.reset-ends' }]),
      after: (issued) => paper.handOver(issued),
      madeByDeed: PASSWORD_OF_SLIP,
      further: { slip: paper.path },
      check: `lisa staff subscriber show ${asked.login}`,
      checkHint: 'staff.unknown-hint',
    });
  } finally {
    await paper.discard();
  }
}
