import { subscribers } from './data/subscribers.ts';

const [demoSubscriber, friend] = subscribers();
if (!demoSubscriber || !friend) throw new RangeError('the sandbox has no demo subscriber');

/** The documented way in. The password and the codeword are those of every subscriber of a sandbox. */
export const demo = {
  msisdn: demoSubscriber.msisdn,
  networkLogin: demoSubscriber.networkLogin,
  accountNumber: demoSubscriber.accountId.toString(),
  password: 'Demo-2026',
  codeword: 'lisichka',
  friendMsisdn: friend.msisdn,
};
