/** Login, session and the places where its token is kept. */
export const session = {
  'prompt.yes-no': '(y/N)',
  'prompt.yes-words': 'y yes д да',
  'prompt.hidden': '[typing is not shown]',
  'prompt.keys': '↑↓ move, Enter takes',
  'error.input-ended': 'The input ended before the answer.',
  'error.tls-unverified':
    'NODE_TLS_REJECT_UNAUTHORIZED=0 switches the check of certificates off. lisa sends nothing that way.',

  'session.not-logged-in': 'You are not logged in (profile {profile}).',
  'session.not-logged-in-hint':
    'Log in with: lisa login --profile {profile}. No cabinet yet? lisa sandbox start',
  'session.no-server':
    'LISA_TOKEN is set, but not the cabinet it is for. Name it with LISA_SERVER or --server.',
  'session.token-refused': 'The cabinet does not take LISA_TOKEN (any more).',
  'session.token-refused-hint': 'Set a fresh LISA_TOKEN, or unset it and use: lisa login',
  'session.ended-idle': 'The session of profile {profile} ended: it was not used for too long.',
  'session.ended-expired': 'The session of profile {profile} has reached its longest time.',
  'session.ended-revoked': 'The session of profile {profile} was ended by the cabinet.',
  'session.ended-hint':
    'On a terminal: lisa login --profile {profile}. In a script: set LISA_TOKEN, or lisa login --password-stdin',
  'session.again-idle': 'The session was not used for 15 minutes and has ended.',
  'session.again-expired': 'The session has reached its longest time.',
  'session.again-revoked': 'The session was ended by the cabinet.',
  'session.password-of': 'Password ({profile}):',

  'store.passphrase': 'Passphrase of the credentials file:',
  'store-problem.unavailable': 'There is no keychain here to keep the session in.',
  'store-problem.timeout':
    'The keychain did not answer within {seconds} s. It may be locked, waiting for an answer that nobody sees.',
  'store-problem.locked': 'The keychain is locked, and nobody unlocked it.',
  'store-problem.failed': 'The keychain refused: {reason}.',
  'store-problem.wrong_passphrase': 'The passphrase does not open {file}.',
  'store-problem.exposed': 'Others can read {file}, so it is not used.',
  'store-problem.corrupt': '{file} is not a credentials file of lisa.',
  'store-problem.hint':
    'Unlock the keychain, or keep the session in an encrypted file: LISA_SECRET_STORE=file. Scripts can set LISA_TOKEN.',
  'store-problem.file-hint':
    'Set LISA_STORE_PASSPHRASE right, restrict the file with chmod 600, or remove it: lisa logout',

  'config-problem.corrupt': '{file} cannot be read: something is wrong in line {line}.',
  'config-problem.corrupt-hint': 'Nothing in it was changed. Mend it, or move it away.',
  'config-problem.newer-hint': 'Update lisa, or move the file away.',
  'config-problem.machine-hint': 'lisa doctor finds out why.',
  'config-problem.newer': '{file} was written by a newer version of lisa (form {version}).',
  'config-problem.unreadable': '{file} cannot be read: {reason}.',
  'config-problem.unwritable': '{file} cannot be written: {reason}.',
  'config-problem.busy': '{file} is kept locked by another run of lisa.',
  'config-problem.bad_value': '{source}: «{value}» does not fit. Expected: {expected}.',
} as const;
