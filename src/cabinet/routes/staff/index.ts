import { listAuditRoute } from '../audit/listAudit.ts';
import { verifyAuditRoute } from '../audit/verifyAudit.ts';
import { checkIssuesRoute } from '../issues/checkIssues.ts';
import { getIssueOptionsRoute } from '../issues/getIssueOptions.ts';
import { issueCredentialsRoute } from '../issues/issueCredentials.ts';
import { reissueCredentialsRoute } from '../issues/reissueCredentials.ts';
import { findSubscribersRoute } from '../subscribers/findSubscribers.ts';
import { getSubscriberRoute } from '../subscribers/getSubscriber.ts';
import { changeStaffPasswordRoute } from './changeStaffPassword.ts';
import { completeEnrolmentRoute } from './completeEnrolment.ts';
import { createMemberRoute } from './createMember.ts';
import { createStaffSessionRoute } from './createStaffSession.ts';
import { deleteStaffSessionRoute } from './deleteStaffSession.ts';
import { disableMemberRoute } from './disableMember.ts';
import { getEnrolmentRoute } from './getEnrolment.ts';
import { getMemberRoute } from './getMember.ts';
import { getStaffSessionRoute } from './getStaffSession.ts';
import { listMembersRoute } from './listMembers.ts';
import { resetMemberRoute } from './resetMember.ts';

/** The routes of the operator's staff (R16). */
export const staffRoutes = {
  listAudit: listAuditRoute,
  verifyAudit: verifyAuditRoute,
  createStaffSession: createStaffSessionRoute,
  getStaffSession: getStaffSessionRoute,
  deleteStaffSession: deleteStaffSessionRoute,
  getEnrolment: getEnrolmentRoute,
  completeEnrolment: completeEnrolmentRoute,
  changeStaffPassword: changeStaffPasswordRoute,
  createMember: createMemberRoute,
  listMembers: listMembersRoute,
  getMember: getMemberRoute,
  disableMember: disableMemberRoute,
  resetMember: resetMemberRoute,
  issueCredentials: issueCredentialsRoute,
  checkIssues: checkIssuesRoute,
  getIssueOptions: getIssueOptionsRoute,
  reissueCredentials: reissueCredentialsRoute,
  findSubscribers: findSubscribersRoute,
  getSubscriber: getSubscriberRoute,
};
