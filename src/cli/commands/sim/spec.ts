import type { blockReasons } from '../../../contract/operations/sim.ts';
import { command } from '../../spec.ts';

/** Written out here: the contract's module would load its schemas at every start. */
const REASONS = ['lost', 'stolen', 'temporary'] as const satisfies typeof blockReasons;

export const simStatus = command({
  words: 'sim status',
  summary: 'sim.status',
  kind: 'data',
  subscriberReads: true,
  operands: {},
  options: {},
  examples: ['lisa sim status', 'lisa sim status --json'],
});

export const simBlock = command({
  words: 'sim block',
  alias: 'block-sim',
  summary: 'sim.block',
  description: 'sim.block-description',
  kind: 'mutation',
  operands: {},
  options: {
    reason: { type: 'choice', choices: REASONS, value: 'REASON', summary: 'sim.reason-option' },
  },
  examples: ['lisa sim block --reason lost', 'lisa block-sim --reason stolen --yes'],
});

export const simUnblock = command({
  words: 'sim unblock',
  summary: 'sim.unblock',
  description: 'sim.unblock-description',
  kind: 'mutation',
  operands: {},
  options: {
    codewordStdin: { type: 'flag', summary: 'sim.codeword-stdin' },
  },
  examples: ['lisa sim unblock', 'lisa sim unblock --codeword-stdin --yes < codeword.txt'],
});
