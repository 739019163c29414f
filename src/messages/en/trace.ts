/** `--trace`: what a command and the cabinet said to each other. */
export const trace = {
  'trace.saved': 'Trace saved: {file}',
  'trace.failed': 'The trace cannot be written to {file} ({detail}).',
  'trace.not-replaced': '{file} is there and is no trace, so it stays.',
  'trace.other-file': 'Give --trace (or LISA_TRACE) the name of another file. Nothing was sent.',
  'trace.no-file': '{flag} needs the name of a file: standard output is for data.',
} as const;
