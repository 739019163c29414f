export const demo = {
  'demo.summary': 'See what lisa can do, on made-up data',
  'demo.description':
    'Starts the sandbox and runs real commands in it, one after another, as its demo subscriber. Asks nothing, touches no keychain, and may be run again.',
  'demo.sandbox': 'A cabinet of your own, with made-up subscribers',
  'demo.login': 'Log in; the demo keeps its session in memory, not in the keychain',
  'demo.balance': 'How much is left?',
  'demo.export': 'Last month into a file for a spreadsheet',
  'demo.tariff': 'What would another tariff cost? --dry-run changes nothing',
  'demo.gift': 'A melody for a friend, instead of the ringing',
  'demo.block': 'The phone is lost: block the SIM',
  'demo.unblock': 'The phone is found: unblock it with the codeword',
  'demo.logout': 'Done: the session ends here',
  'demo.next': 'Now you (the password is {password}):',
} as const;
