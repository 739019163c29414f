import { command } from '../../../spec.ts';

export const subscriberFind = command({
  words: 'staff subscriber find',
  summary: 'staff.find',
  description: 'staff.find-description',
  kind: 'data',
  operands: { query: { name: 'QUERY', summary: 'staff.query', required: true, variadic: true } },
  options: {},
  examples: ['lisa staff subscriber find 9001234567', 'lisa staff subscriber find Ivanova Anna'],
});

export const subscriberShow = command({
  words: 'staff subscriber show',
  summary: 'staff.show',
  description: 'staff.show-description',
  kind: 'data',
  operands: { login: { name: 'LOGIN', summary: 'login.login', required: true } },
  options: {},
  examples: ['lisa staff subscriber show 9001234567', 'lisa staff subscriber show 500123456 --json'],
});
