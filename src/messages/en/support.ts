/** What support gets to see. */
export const support = {
  'support.group': 'What helps support to understand a failure',
  'support.bundle.summary': 'Pack what support needs into one zip file',
  'support.bundle.description':
    'Versions, the report of the doctor, the settings and where they come from, the last error report and the newest trace. No password, token, codeword, number or name is in it. Everything is shown in full before you are asked; --dry-run shows it and writes nothing. The file is readable by you alone.',
  'support.out': 'Name of the file; lisa-support-DATE.zip by default',
  'support.attach': 'This trace (made with --trace) instead of the newest one',
  'support.without-trace': 'Leave the trace out',
  'support.force': 'Replace a file of that name',
  'support.collecting': 'Collecting',
  'support.file': 'File',
  'support.size': 'Size',
  'support.question': 'Write all this to {file}?',
  'support.written':
    'Written: {file}, {bytes} bytes. Look at it once more, then attach it to your letter to support.',
  'support.nothing-written': 'Nothing was written.',
  'support.bad-trace': '{file} is not a trace of lisa that can be read ({detail}).',
  'support.bad-trace-hint': 'Make one with: lisa COMMAND --trace FILE.har',
} as const;
