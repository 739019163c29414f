export const account = {
  'account.group': 'The contract and the account',
  'account.show': 'Show contract, holder, line and tariff',
} as const;
