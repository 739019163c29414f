export const tariff = {
  'tariff.group': 'The tariff: current, available, switch',
  'tariff.show': 'Show the tariff and its next fee',
  'tariff.list': 'List the tariffs that you may switch to',
  'tariff.none': 'There is no tariff to switch to.',
  'tariff.switch': 'Switch to another tariff',
  'tariff.switch-description':
    'Switch to another tariff. The price of the switch and the first fee are taken at once, unused packages are lost. Possible once in 30 days.',
  'tariff.operand': 'Code or name of the tariff, as lisa tariff list shows it',
  'tariff.which': 'Which tariff?',
  'tariff.switch-question': 'Switch the tariff?',
  'tariff.lost': 'What is lost',
  'tariff.nothing-lost': 'Nothing is lost.',
  'tariff.next-switch': 'Switch with: lisa tariff switch TARIFF',
  'tariff.next-show': 'See it with: lisa tariff show',
} as const;
