import { command } from '../../spec.ts';

export const passwordChange = command({
  words: 'password change',
  summary: 'password.change',
  description: 'password.change-description',
  kind: 'mutation',
  operands: {},
  options: {
    passwordStdin: { type: 'flag', summary: 'password.stdin' },
  },
  examples: ['lisa password change', 'lisa password change --password-stdin < passwords.txt'],
});

export const passwordRecover = command({
  words: 'password recover',
  summary: 'password.recover',
  description: 'password.recover-description',
  kind: 'data',
  operands: {
    login: { name: 'LOGIN', summary: 'login.login', required: false },
  },
  options: {
    passwordStdin: { type: 'flag', summary: 'password.recover-stdin' },
  },
  examples: [
    'lisa password recover 900-123-45-67',
    'lisa password recover 9001234567 --password-stdin < passwords.txt',
  ],
});
