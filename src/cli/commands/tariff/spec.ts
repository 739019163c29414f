import { command } from '../../spec.ts';

export const tariffShow = command({
  words: 'tariff show',
  summary: 'tariff.show',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa tariff show', 'lisa tariff show --json'],
});

export const tariffList = command({
  words: 'tariff list',
  summary: 'tariff.list',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa tariff list', 'lisa tariff list --json'],
});

export const tariffSwitch = command({
  words: 'tariff switch',
  summary: 'tariff.switch',
  description: 'tariff.switch-description',
  kind: 'mutation',
  operands: { tariff: { name: 'TARIFF', summary: 'tariff.operand', required: false } },
  options: {},
  examples: ['lisa tariff switch', 'lisa tariff switch stream --dry-run', 'lisa tariff switch stream --yes'],
});
