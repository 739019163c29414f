import { command } from '../../spec.ts';

export const login = command({
  words: 'login',
  summary: 'login.summary',
  description: 'login.description',
  kind: 'data',
  operands: {
    login: { name: 'LOGIN', summary: 'login.login', required: false },
  },
  options: {
    staff: { type: 'flag', summary: 'login.staff' },
    passwordStdin: { type: 'flag', summary: 'login.password-stdin' },
  },
  examples: [
    'lisa login 900-123-45-67',
    'lisa login 9001234567 --server https://lisa.example.ru --profile home',
    'lisa login 9001234567 --password-stdin < password.txt',
    'lisa login --staff ivanova',
  ],
});
