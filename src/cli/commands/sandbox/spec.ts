import { command } from '../../spec.ts';

export const sandboxStart = command({
  words: 'sandbox start',
  summary: 'sandbox.start-summary',
  description: 'sandbox.start-description',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa sandbox start', 'lisa sandbox start --json'],
});

export const sandboxStop = command({
  words: 'sandbox stop',
  summary: 'sandbox.stop-summary',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa sandbox stop'],
});

export const sandboxStatus = command({
  words: 'sandbox status',
  summary: 'sandbox.status-summary',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa sandbox status', 'lisa sandbox status --json'],
});

export const sandboxReset = command({
  words: 'sandbox reset',
  summary: 'sandbox.reset-summary',
  description: 'sandbox.reset-description',
  kind: 'mutation',
  operands: {},
  options: {},
  examples: ['lisa sandbox reset', 'lisa sandbox reset --yes'],
});

export const sandboxClockShow = command({
  words: 'sandbox clock show',
  summary: 'sandbox.clock-show-summary',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa sandbox clock show'],
});

export const sandboxClockAdvance = command({
  words: 'sandbox clock advance',
  summary: 'sandbox.clock-advance-summary',
  description: 'sandbox.clock-advance-description',
  kind: 'data',
  operands: {
    duration: { name: 'DURATION', summary: 'sandbox.duration', required: true },
  },
  options: {},
  examples: ['lisa sandbox clock advance 14m59s', 'lisa sandbox clock advance 30d'],
});

export const sandboxClockReset = command({
  words: 'sandbox clock reset',
  summary: 'sandbox.clock-reset-summary',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa sandbox clock reset'],
});

const number = { type: 'msisdn', value: 'NUMBER', summary: 'phone.number' } as const;

export const sandboxPhoneInbox = command({
  words: 'sandbox phone inbox',
  summary: 'phone.inbox-summary',
  description: 'phone.inbox-description',
  kind: 'data',
  operands: {},
  options: { number },
  examples: ['lisa sandbox phone inbox', 'lisa sandbox phone inbox --number 9001234568'],
});

export const sandboxPhoneSend = command({
  words: 'sandbox phone send',
  summary: 'phone.send-summary',
  description: 'phone.send-description',
  kind: 'data',
  operands: { text: { name: 'TEXT', summary: 'phone.text', required: false } },
  options: { to: { type: 'text', value: 'NUMBER', summary: 'phone.to' }, number },
  examples: ['lisa sandbox phone send --to 1070', 'lisa sandbox phone send 482137 --to 1071'],
});

export const sandboxPhoneCodes = command({
  words: 'sandbox phone codes',
  summary: 'phone.codes-summary',
  description: 'phone.codes-description',
  kind: 'data',
  operands: {},
  options: { number },
  examples: ['lisa sandbox phone codes', 'lisa sandbox phone codes --json'],
});

export const sandboxAuthenticator = command({
  words: 'sandbox authenticator',
  summary: 'authenticator.summary',
  description: 'authenticator.description',
  kind: 'data',
  operands: { login: { name: 'LOGIN', summary: 'staff.member-login', required: true } },
  options: {},
  examples: ['lisa sandbox authenticator ivanova'],
});
