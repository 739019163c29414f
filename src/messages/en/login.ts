/** The commands around the session: login, logout, status, profiles, settings, password. */
export const login = {
  'login.summary': 'Log in',
  'login.description':
    'Logs in with an account number, a network login or a mobile number, written in any usual way. The session is kept in the keychain and ends after 15 minutes without an action.',
  'login.login': 'Account number, network login or mobile number',
  'login.staff': "As a member of the operator's staff: password and one-time code",
  'login.password-stdin':
    'Read the password from the first line of stdin, with --staff the code from the second',
  'login.server': 'Address of the cabinet (https://…):',
  'login.which': 'Login (account number, network login or mobile number):',
  'login.password': 'Password:',
  'login.token-set': 'LISA_TOKEN is set and would be used whatever you log in as.',
  'login.token-set-hint': 'Unset it first.',
  'login.file': 'The session will be kept encrypted in {file}',
  'login.next': 'Next: lisa balance',
  'login.change-password': 'The password has to be changed first: lisa password change',
  'login.not-current': 'Another profile is current. To use this one from now on: lisa profile use {profile}',

  'logout.summary': 'Log out',
  'logout.description':
    'Ends the session in the cabinet and forgets it on this machine. Works without a connection, too.',
  'logout.done': 'Logged out (profile {profile}).',
  'logout.was-out': 'You were not logged in (profile {profile}).',
  'logout.not-told':
    'The session is forgotten on this machine (profile {profile}). The cabinet could not be told; it ends it after 15 minutes.',
  'logout.token-stays': 'LISA_TOKEN is still set; unset it, too.',

  'status.summary': 'Show whether you are logged in, and as whom',
  'status.description':
    'Shows the profile, where the session is kept and how long it still lives. Asks nothing and never opens the keychain. Exits with 0 when the session works, with 4 when a login is needed, with 7 when the cabinet could not be asked about LISA_TOKEN.',
  'session.state': 'Session',
  'session.profile': 'Profile',
  'session.subscriber': 'Subscriber',
  'session.server': 'Cabinet',
  'session.source': 'Credential',
  'session.place': 'Kept in',
  'session.idle-left': 'Ends unused in',
  'session.idle-until': 'Ends unused at',
  'session.until': 'Ends at the latest',
  'session-state.never_logged_in': 'never logged in',
  'session-state.active': 'active',
  'session-state.idle': 'ended: not used for too long',
  'session-state.expired': 'ended: longest time reached',
  'session-state.revoked': 'ended by the cabinet',
  'session-state.password_change_required': 'the password has to be changed',
  'session-state.enrolment_required': 'the first login is not complete',
  'session-state.unknown': 'unknown: the cabinet cannot be asked',
  'session-source.environment': 'environment',
  'session-source.store': 'stored session',
  'session-source.none': 'none',

  'profile.group': 'Cabinets and subscribers you use, by name',
  'profile.list': 'List the profiles',
  'profile.use': 'Make a profile the current one',
  'profile.remove': 'Forget a profile',
  'profile.remove-description': 'Logs out of a profile and forgets it.',
  'profile.name': 'Name of the profile',
  'profile.current': 'In use',
  'profile.is-current': 'yes',
  'profile.empty': 'No profiles yet. Log in with: lisa login',
  'profile.used': 'The current profile is {profile}.',
  'profile.removed': 'The profile {profile} is forgotten.',

  'config.group': 'Settings',
  'config.list': 'List the settings and where each comes from',
  'config.get': 'Show one setting',
  'config.set': 'Change a setting',
  'config.set-description':
    'Writes a setting into the settings file. A flag or a variable of the environment still beats it.',
  'config.key': 'Name of the setting',
  'config.value': 'New value',
  'config.key-column': 'Setting',
  'config.value-column': 'Value',
  'config.origin': 'From',
  'config.source': 'Source',
  'config.done': '{key} is {value} now.',
  'config-origin.flag': 'flag',
  'config-origin.environment': 'environment',
  'config-origin.profile': 'profile',
  'config-origin.file': 'file',
  'config-origin.default': 'default',

  'password.group': 'Your password',
  'password.change': 'Change the password',
  'password.change-description':
    'Asks for the current password and twice for the new one: 8 to 64 Latin letters, digits and signs, with a digit and a capital. Every other session ends.',
  'password.stdin':
    'Read the current and the new password from two lines of stdin; staff: password, code and new password from three',
  'password.current': 'Current password:',
  'password.new': 'New password:',
  'password.again': 'New password again:',
  'password.differ': 'The two are not the same.',
  'password.changed-at': 'Changed',
  'password.sessions-ended': 'Other sessions ended',
  'password.session-stays': 'This session goes on.',
  'password.changed': 'The password is changed.',
  'password.rules':
    'A password has 8 to 64 Latin letters, digits and signs, with a digit and a capital, and does not contain your login.',
  'password.must-change': 'The password has to be changed before anything else.',
  'password.current-one-time': 'One-time password (from the SMS or the office):',
  'password.change-later':
    'You are logged in, but the password is not changed yet. The next command asks for it.',
  'password.recover': 'Set a new password in place of a forgotten one',
  'password.recover-description':
    'An SMS from your phone to 1070, whatever it says, is answered with a one-time password: at most every 45 seconds, 5 a day. You type it here and choose a new password; every other session ends. For company numbers an office issues the password.',
  'password.recover-stdin': 'Read the one-time and the new password from two lines of stdin',
  'password.recover-how':
    'Send an SMS from your phone to 1070; it may be empty. The answer is a one-time password, good for 24 hours.',
  'password.recover-sandbox':
    'The phone of a sandbox, in another terminal: lisa sandbox phone send --to 1070{number}',
  'password.one-time': 'One-time password from the SMS:',
  'password.one-time-wrong':
    'That is not it, or it is used up or too old. Check the letters, or send another SMS to 1070.',
  'password.one-time-lost':
    'The one-time password may be used up now. Another SMS to 1070 gets you a new one.',
  'password.other-profiles': 'These profiles have to log in again: {profiles}',
} as const;
