export const sandbox = {
  'sandbox.group': 'A cabinet of your own with made-up subscribers',
  'sandbox.clock-group': 'The calendar of the sandbox',
  'sandbox.start-summary': 'Start the sandbox, or find the running one',
  'sandbox.start-description':
    'Starts a cabinet on this machine, filled with made-up subscribers, in the background. It becomes the current profile when there is no other.',
  'sandbox.stop-summary': 'Stop the sandbox; its data stays',
  'sandbox.status-summary': 'Show whether the sandbox runs and where',
  'sandbox.reset-summary': 'Forget everything in the sandbox and start anew',
  'sandbox.reset-description':
    'All data and the calendar of the sandbox are forgotten and made anew. Every session in it ends.',
  'sandbox.reset-question': 'Forget everything in the sandbox?',
  'sandbox.sessions-gone': 'The sandbox is as new. Log in again with: lisa login',
  'sandbox.clock-show-summary': 'Show the time in the sandbox',
  'sandbox.clock-advance-summary': 'Move the time in the sandbox forward',
  'sandbox.advancing': 'Moving the time forward',
  'sandbox.clock-advance-description':
    'Moves the time in the sandbox forward and does everything that falls due on the way: fees, gifts, promised payments, bonuses. The move is counted from the last thing a subscriber did, when that was less than a minute ago, and the time then stands still until the next one: 14m59s after a login the session works, 15m1s after it has ended.',
  'sandbox.clock-reset-summary': 'Return the sandbox to the real time',
  'sandbox.duration': 'How far: 30d, 15m, 1h30m, 14m59s; up to ten years',
  'sandbox.bad-duration': '«{value}» is not a duration like 30d, 15m or 1h30m (up to ten years).',

  'sandbox.starting': 'Starting the sandbox',
  'sandbox.step-opening': 'Opening the sandbox…',
  'sandbox.step-migrating': 'Making the tables…',
  'sandbox.step-seeding': 'Making up subscribers and six months of their calls…',
  'sandbox.step-listening': 'The sandbox is ready.',
  'sandbox.exited': 'The sandbox ended while it was starting. The end of {log}:\n  {tail}',
  'sandbox.timeout': 'The sandbox did not answer in time. The end of {log}:\n  {tail}',
  'sandbox.failed-hint': 'lisa sandbox reset makes it anew.',
  'sandbox.not-running': 'The sandbox is not running.',
  'sandbox.was-not-running': 'It was not running.',
  'sandbox.start-hint': 'Start it with: lisa sandbox start',
  'sandbox.log-in': 'Log in with: lisa login {login} (password {password})',
  'sandbox.log-in-profile':
    'Another profile is current. Log in with: lisa login {login} --profile sandbox (password {password})',

  'sandbox.state-running': 'running',
  'sandbox.state-starting': 'starting',
  'sandbox.state-stopped': 'stopped',
  'sandbox.url': 'Address',
  'sandbox.pid': 'Process',
  'sandbox.data-dir': 'Data',
  'sandbox.started-at': 'Since',
  'sandbox.now': 'Time in the sandbox',
  'sandbox.offset': 'Ahead of real time by',

  'authenticator.summary': "Show the one-time code of a member of the sandbox's staff",
  'authenticator.description':
    'Stands in for the application on the phone of a member: shows the first code that was not used yet.',
  'authenticator.code': 'Code',
  'authenticator.usable-in': 'Usable in, s',
  'authenticator.usable-for': 'Then for, s',
  'authenticator.wait': {
    one: 'The last codes are used up: wait {count} second.',
    other: 'The last codes are used up: wait {count} seconds.',
  },
} as const;
