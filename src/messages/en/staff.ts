/** What the staff of the operator see: their own login, and what support looks at (R16). */
export const staff = {
  'staff.which': 'Staff login:',
  'staff.code': 'One-time code:',
  'staff.code-if-any': 'One-time code (at the first login just Enter):',
  'staff.bad-code': 'A one-time code has six digits.',
  'staff.wrong-credentials': 'Login, password or one-time code is wrong, or the code was used already.',
  'staff.forgotten':
    'Forgotten the password or lost the authenticator? An administrator can: lisa staff member reset LOGIN',
  'staff.ended-hint':
    'On a terminal: lisa login --staff --profile {profile}. In a script: set LISA_TOKEN, or lisa login --staff --password-stdin',
  'staff.enrol-needs-terminal': 'The first login of {login} needs a terminal: a QR code is shown there.',
  'staff.enrol-needs-terminal-hint': 'On a terminal: lisa login --staff. The first password still works.',
  'staff.enrol-password': 'This is the first login. Choose your own password.',
  'staff.password-rules':
    'A password has 8 to 64 Latin letters, digits and signs, with a digit and a capital, and does not contain your login.',
  'staff.enrol-scan': 'Scan this with an authenticator app, or type the key into it. Show it to nobody.',
  'staff.enrol-code': 'Code that the app shows now:',
  'staff.enrol-later': 'Nothing is set up yet. Log in again with the same first password: lisa login --staff',
  'staff.enrol-unknown-hint':
    'Try the new password and a code of the app: lisa login --staff. If they are refused, the first password still works.',
  'staff.login': 'Login',
  'staff.name': 'Name',
  'staff.role': 'Role',
  'staff.office': 'Office',
  'staff.next-issuer': 'Next: lisa staff issue',
  'staff.next-support': 'Next: lisa staff subscriber find QUERY',
  'staff.next-auditor': 'Next: lisa staff audit list',
  'staff.next-administrator': 'Next: lisa staff member list',
  'staff-role.issuer': 'issuer',
  'staff-role.support': 'support',
  'staff-role.auditor': 'auditor',
  'staff-role.administrator': 'administrator',

  'staff.reason': 'Reason (it goes into the audit trail):',
  'staff.bad-reason': 'A reason has {shortest} to {longest} characters.',
  'view.reason-alone': '--reason belongs to --as NUMBER.',
  'view.reason-missing': '--as needs --reason TEXT: it goes into the audit trail.',
  'view.nobody': '--as needs the number, the account or the login of a subscriber.',
  'view.banner': 'You see what subscriber {subscriber} sees. This is recorded.',
} as const;
