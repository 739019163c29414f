import { configKeys } from '../../../config/keys.ts';
import { command } from '../../spec.ts';

const key = { name: 'KEY', summary: 'config.key', required: true, choices: configKeys } as const;

export const configList = command({
  words: 'config list',
  summary: 'config.list',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa config list', 'lisa config list --json'],
});

export const configGet = command({
  words: 'config get',
  summary: 'config.get',
  kind: 'data',
  operands: { key },
  options: {},
  examples: ['lisa config get server'],
});

export const configSet = command({
  words: 'config set',
  summary: 'config.set',
  description: 'config.set-description',
  kind: 'data',
  operands: { key, value: { name: 'VALUE', summary: 'config.value', required: true } },
  options: {},
  examples: ['lisa config set timeout 60', 'lisa config set secret-store file'],
});
