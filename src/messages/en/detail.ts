export const detail = {
  'detail.group': 'Call detail: what was used and what it cost',
  'detail.list.summary': 'List call detail, newest first',
  'detail.list.description':
    'List call detail, newest first; the last 30 days unless a period is given. Days are those of the line’s region: --from and --to both belong to the period. An instant like 2026-10-01T09:00+05:00 is exact, and --to ends just before it.',
  'detail.export.summary': 'Export call detail to a file for a spreadsheet or a program',
  'detail.export.description':
    'Export call detail, oldest first; the last 30 days unless a period is given. The file appears whole or not at all. Days are those of the line’s region: --from and --to both belong to the period. An instant like 2026-10-01T09:00+05:00 is exact, and --to ends just before it.',
  'detail.from': 'First day of the period',
  'detail.to': 'Last day of the period, included',
  'detail.of-type': 'Only records of this type',
  'detail.limit': 'Most records to show; 50 is the default',
  'detail.all': 'Every record of the period',
  'detail.after': 'Go on behind this record: the «next» of an earlier list',
  'detail.out': 'File to write, - for stdout; detail-NUMBER-FROM-TO.csv here is the default',
  'detail.format': 'Format of the file; csv is the default',
  'detail.dialect':
    'Kind of CSV: rfc4180 for programs (the default), excel-ru for Excel with Russian settings',
  'detail.force': 'Replace the file if it exists',
  'detail.empty': 'Nothing in this period.',
  'detail.more': 'There is more. Go on with: --after {cursor}, or see all with --all.',

  'detail.exporting': 'Exporting call detail:',
  'detail.exported': {
    one: '{count} record → {file}',
    other: '{count} records → {file}',
  },

  'detail.period-reversed': 'The period ends before it begins: from {from} to {to}.',
  'detail.json-and-stdout': '--json and --out - both want stdout; give --out a file.',
  'detail.all-and-limit': '--all and --limit exclude each other.',
  'detail.dialect-of-csv': '--dialect is for --format csv only.',
  'detail.file-exists': '{file} exists already; nothing was changed.',
  'detail.file-exists-hint': 'Replace it with --force or give another name with --out.',
  'detail.not-a-file': '{file} is not an ordinary file, so it cannot be replaced by one.',
  'detail.not-a-file-hint': 'Give the name of a file with --out, or - for stdout.',
  'detail.file-failed': '{file} could not be written: {detail}. Nothing was left behind.',
  'detail.interrupted': 'Interrupted. No file was written.',
  'detail.incomplete': {
    one: 'The export broke off after {count} record and could not be completed: {why} No file was written.',
    other:
      'The export broke off after {count} records and could not be completed: {why} No file was written.',
  },
  'detail.incomplete-output': {
    one: 'The export broke off after {count} record and could not be completed: {why} The output is not whole.',
    other:
      'The export broke off after {count} records and could not be completed: {why} The output is not whole.',
  },

  'detail.column.start': 'Time',
  'detail.column.type': 'Type',
  'detail.column.direction': 'In/out',
  'detail.column.counterpart': 'With',
  'detail.column.place': 'Place',
  'detail.column.volume': 'Volume',
  'detail.column.unit': 'Unit',
  'detail.column.cost': 'Cost',
  'detail.column.balance_after': 'Balance after',
  'detail.column.service': 'Service',

  'detail.type.voice': 'call',
  'detail.type.sms': 'SMS',
  'detail.type.mms': 'MMS',
  'detail.type.data': 'data',
  'detail.type.service': 'service',
  'detail.type.payment': 'payment',
  'detail.type.bonus': 'bonus',
  'detail.direction.in': 'in',
  'detail.direction.out': 'out',
  'detail.unit.second': 's',
  'detail.unit.message': 'msg',
  'detail.unit.byte': 'B',
  'detail.unit.item': 'pcs',
} as const;
