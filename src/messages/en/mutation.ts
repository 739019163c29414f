export const mutation = {
  'mutation.consent': 'Go on?',
  'mutation.nothing-changed': 'This is a preview. Nothing was changed.',
  'mutation.key': 'Idempotency-Key: {key}',
} as const;
