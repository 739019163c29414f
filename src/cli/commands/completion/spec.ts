import { shells } from '../../completion/shells.ts';
import { command } from '../../spec.ts';

export const completion = command({
  words: 'completion',
  summary: 'completion.summary',
  description: 'completion.description',
  kind: 'plain',
  operands: {
    shell: { name: 'SHELL', summary: 'completion.shell', required: true, choices: shells },
  },
  options: {},
  examples: ['lisa completion bash', 'lisa completion powershell'],
});
