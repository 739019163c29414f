import { type Entry, entry } from '../../spec.ts';
import { auditList, auditVerify } from './audit/spec.ts';
import { memberAdd, memberDisable, memberList, memberReset, memberShow } from './member/spec.ts';
import { staffIssue, staffIssueBatch, staffReset } from './spec.ts';
import { subscriberFind, subscriberShow } from './subscriber/spec.ts';

/** Commands of the staff (R16), in the order of the help. */
export const staffCommands: readonly Entry[] = [
  entry(staffIssue, () => import('./issue.ts')),
  entry(staffIssueBatch, () => import('./issue-batch.ts')),
  entry(staffReset, () => import('./reset.ts')),
  entry(subscriberFind, () => import('./subscriber/find.ts')),
  entry(subscriberShow, () => import('./subscriber/show.ts')),
  entry(memberAdd, () => import('./member/add.ts')),
  entry(memberList, () => import('./member/list.ts')),
  entry(memberShow, () => import('./member/show.ts')),
  entry(memberDisable, () => import('./member/disable.ts')),
  entry(memberReset, () => import('./member/reset.ts')),
  entry(auditList, () => import('./audit/list.ts')),
  entry(auditVerify, () => import('./audit/verify.ts')),
];
