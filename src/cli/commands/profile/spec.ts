import { command } from '../../spec.ts';

export const profileList = command({
  words: 'profile list',
  summary: 'profile.list',
  kind: 'data',
  operands: {},
  options: {},
  examples: ['lisa profile list', 'lisa profile list --json'],
});

export const profileUse = command({
  words: 'profile use',
  summary: 'profile.use',
  kind: 'data',
  operands: { name: { name: 'NAME', summary: 'profile.name', required: true } },
  options: {},
  examples: ['lisa profile use sandbox'],
});

export const profileRemove = command({
  words: 'profile remove',
  summary: 'profile.remove',
  description: 'profile.remove-description',
  kind: 'data',
  operands: { name: { name: 'NAME', summary: 'profile.name', required: true } },
  options: {},
  examples: ['lisa profile remove sandbox'],
});
