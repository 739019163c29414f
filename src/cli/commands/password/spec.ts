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
