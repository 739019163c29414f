/** `lisa support replay`. */
export const replay = {
  'replay.title': 'Send the requests of a trace again and show what differs',
  'replay.description':
    'Reads a trace that --trace has written, sends its requests again as whoever is logged in, and compares field by ' +
    'field. Only reads (GET) go to any cabinet; everything else, a dry run too, goes only to the sandbox of this ' +
    'machine, with a new idempotency key. Logins, and requests with something redacted in them (passwords, numbers), ' +
    'are not sent.\n' +
    '\n' +
    'Not compared: dates and times, request_id, next, UUIDs and cursors, redacted values. Numbers and accounts are compared by ' +
    'their stand-ins.\n' +
    '\n' +
    'Exit code 0: everything that was sent came to the same. 1: something differs, or nothing could be sent.',
  'replay.file': 'File with the trace',
  'replay.sending': 'Sending again',
  'replay.request': 'Request',
  'replay.result': 'Result',
  'replay.field': 'Field',
  'replay.recorded': 'Recorded',
  'replay.now': 'Now',
  'replay.same': 'same',
  'replay.different': 'different',
  'replay.skipped': 'not sent',
  'replay.skip-unknown': 'unknown',
  'replay.skip-login': 'login',
  'replay.skip-control': 'sandbox',
  'replay.skip-personal': 'redacted',
  'replay.skip-write': 'a write',
  'replay.why-unknown': 'Unknown: this version of lisa knows no such request.',
  'replay.why-login': 'Login: logging in and out is not repeated.',
  'replay.why-control': 'Sandbox: its clock and phones are not for a replay.',
  'replay.why-personal': 'Redacted: a password or a number in the request is not in the trace.',
  'replay.why-write':
    'A write: goes only to the sandbox of this machine. lisa sandbox start, then add --profile sandbox.',
  'replay.summary': 'Same: {same}, different: {different}, not sent: {skipped}.',
  'replay.empty': 'There is no request in this trace.',
  'replay.unreadable': '{file} cannot be read ({detail}).',
  'replay.same-file': 'The requests come from {file}: give {flag} another file.',
  'replay.not_json': '{file} is no trace: it is not JSON, or was cut off.',
  'replay.not_har': '{file} is no trace: it is not a HAR file.',
  'replay.foreign': '{file} was made by {creator}. Only traces of lisa are replayed: they hold no secrets.',
  'replay.damaged': '{file} was a trace of lisa, and has been changed or damaged since.',
  'replay.bad-hint': 'Make a trace with: lisa COMMAND --trace FILE.har',
} as const;
