export const sim = {
  'sim.group': 'The SIM: state, block, unblock',
  'sim.status': 'Show whether the SIM is blocked',
  'sim.block': 'Block the SIM at once, for free',
  'sim.block-description':
    'Block the SIM at once: free, without a codeword. Fees pause while it is blocked. After 30 days the line is disconnected.',
  'sim.reason-option': 'Why',
  'sim.which-reason': 'Why is the SIM to be blocked?',
  'sim.reason-lost': 'lost',
  'sim.reason-stolen': 'stolen',
  'sim.reason-temporary': 'for a while',
  'sim.block-question': 'Block the SIM?',
  'sim.block-warning':
    'Calls, SMS and data stop at once.\nIf it is not unblocked by {until}, the line is disconnected.',
  'sim.fees-pause': 'What pauses while it is blocked',
  'sim.fees-go-on': 'Fees go on, later by the length of the block',
  'sim.unblock': 'Unblock the SIM with the codeword',
  'sim.unblock-description':
    'Unblock the SIM with the codeword of the contract. After five wrong ones only an office can do it.',
  'sim.codeword-stdin': 'Read the codeword from the first line of stdin',
  'sim.codeword': 'Codeword',
  'sim.unblock-question': 'Unblock the SIM?',
  'sim.next-unblock': 'Unblock it with: lisa sim unblock',
  'sim.next-status': 'See it with: lisa sim status',
  'sim.state-active': 'works',
  'sim.state-blocked': 'blocked',
  'sim.state-disconnected': 'disconnected',
} as const;
