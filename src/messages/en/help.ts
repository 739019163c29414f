/** Help: its sections, its topics, and the words behind the completion scripts. */
export const help = {
  'help.summary': 'Help on a command or a topic',
  'help.topic': 'Help on a topic',
  'help.words': 'A topic (environment, exit-codes, output, scripting, security) or the words of a command',
  'help.unknown': 'There is no help on «{words}».',
  'help.topics': 'Topics: environment, exit-codes, output, scripting, security. Commands: lisa --help',

  'section.start': 'Begin:',
  'section.line': 'Your number:',
  'section.tool': 'This program:',
  'section.operator': "Operator's side:",

  'completion.summary': 'Print the completion script of a shell',
  'completion.description':
    'Prints a script that completes commands, options and values on Tab. It is static: no Tab starts the program.',
  'completion.shell': 'The shell',
  'completion.install.bash': 'To use it: lisa completion bash >> ~/.bashrc',
  'completion.install.zsh':
    'To use it: lisa completion zsh > _lisa, in a directory of $fpath, before compinit',
  'completion.install.fish': 'To use it: lisa completion fish > ~/.config/fish/completions/lisa.fish',
  'completion.install.powershell': 'To use it: lisa completion powershell >> $PROFILE',

  'topic.exit-codes': 'Every command ends with one of these codes; they do not change between versions.',
  'exit.done': 'done',
  'exit.failed': 'failed, including anything unexpected',
  'exit.usage': 'usage: unknown command or option, bad value, missing or extra operand',
  'exit.refused': 'refused by a rule of the cabinet: not enough money, too soon, wrong codeword and so on',
  'exit.login':
    'login needed: not logged in, idle too long, expired, revoked, or the password must be changed',
  'exit.input': 'an answer is needed and there is no terminal to ask on',
  'exit.partial': 'a batch finished and some rows failed',
  'exit.unreachable': 'no answer from the cabinet: name, refusal, time-out, TLS or proxy; safe to try again',
  'exit.below': 'the balance is below --fail-below',
  'exit.interrupted': 'interrupted (Ctrl-C)',

  'topic.environment': 'Variables of the environment. An empty one counts as unset.',
  'topic.precedence':
    'An option beats its variable, the variable beats the profile, the profile beats the default. ' +
    'lisa config list shows where each value comes from.',
  'variable.LISA_TOKEN': 'a token for this run; no stored credential and no keychain is touched',
  'variable.LISA_SERVER': 'address of the cabinet, as --server',
  'variable.LISA_PROFILE': 'the profile, as --profile',
  'variable.LISA_LANG': 'language of the texts, ru or en, as --lang',
  'variable.LISA_NO_INPUT': 'never ask, as --no-input',
  'variable.LISA_DEBUG': 'tell what is sent and received, as --debug',
  'variable.LISA_TRACE':
    'file for the trace of every command that sends something, as --trace; the next command replaces it',
  'variable.LISA_SECRET_STORE': 'where credentials are kept: keychain (default) or file, which is encrypted',
  'variable.LISA_STORE_PASSPHRASE': 'passphrase of the encrypted file',
  'variable.LISA_CONFIG_DIR': 'directory of the settings',
  'variable.LISA_DATA_DIR': 'directory of the data: the sandbox and the encrypted file',
  'variable.LISA_TIMEOUT': 'longest wait for the cabinet in seconds, as --timeout',
  'variable.LISA_DATABASE_URL': 'address of the database, as --database of lisa cabinet',
  'variable.HTTPS_PROXY': 'proxy on the way to the cabinet',
  'variable.NO_PROXY': 'hosts that are reached without the proxy',
  'variable.NO_COLOR': 'no colour, as --no-color; stronger than FORCE_COLOR',
  'variable.FORCE_COLOR': 'colour in a pipe too',
  'variable.TERM': '«dumb» means no colour',
  'variable.COLUMNS': 'width of help texts',
  'variable.CI': 'in an automatic run nothing is asked',
  'variable.LC_ALL': 'language when LISA_LANG is unset: Russian for ru*, English otherwise',
  'variable.LC_MESSAGES': 'the same, after LC_ALL',
  'variable.LC_CTYPE': 'whether the terminal takes UTF-8, after LC_ALL and before LANG',
  'variable.LANG': 'the same, after LC_MESSAGES',
  'variable.XDG_CONFIG_HOME': 'where the settings live when LISA_CONFIG_DIR is unset',
  'variable.XDG_DATA_HOME': 'where the data live when LISA_DATA_DIR is unset',
  'variable.APPDATA': 'the same on Windows: settings',
  'variable.LOCALAPPDATA': 'the same on Windows: data',
  'variable.NODE_EXTRA_CA_CERTS': 'a PEM file of authorities to trust besides the usual ones',
  'variable.NODE_TLS_REJECT_UNAUTHORIZED': '0 is refused: certificates are always checked',

  'topic.output':
    'Standard output carries data only. Questions, notices, progress and errors go to standard error.\n' +
    '\n' +
    'A terminal gets tables in your language. A pipe gets one record per line, tab-separated, with stable ' +
    'codes instead of words and no heading. --json prints one object; its first key is «schema», and it is ' +
    'the same in every language and time zone. Money is a decimal string with its currency, times are ' +
    'ISO 8601 with an offset.\n' +
    '\n' +
    'With --json a failure leaves standard output empty and writes one object to standard error: «code» is ' +
    'stable, «message» is for people.\n' +
    '\n' +
    'Colour is for terminals: --no-color, NO_COLOR and TERM=dumb switch it off, FORCE_COLOR switches it on.',
  'topic.scripting':
    'Scripts use --json or the plain output of a pipe, and the exit code (lisa help exit-codes).\n' +
    '\n' +
    'Without a terminal nothing is asked: what would have been asked ends with code 5 and names the option ' +
    'that answers it. --no-input does the same on a terminal. --yes agrees to a change, --dry-run shows it ' +
    'and changes nothing.\n' +
    '\n' +
    'The credential comes from LISA_TOKEN, or from an earlier lisa login. A session ends after 15 idle ' +
    'minutes; then a script gets code 4.\n' +
    '\n' +
    'Code 7 can be tried again. A change that got no answer says outcome_unknown: then look first whether ' +
    'it was done, the hint names the command.\n' +
    '\n' +
    "  lisa balance --json | jq -r '.balance.amount'\n" +
    '  lisa balance --fail-below 100 || echo "top up"\n' +
    '  lisa detail export --from 2026-09-01 --to 2026-09-30 --out - | wc -l',
  'topic.security':
    'The session token is kept in the keychain of the operating system. Without one, login stops and says ' +
    'so; LISA_SECRET_STORE=file chooses a file encrypted under a passphrase instead, and lisa status shows ' +
    'where it is.\n' +
    '\n' +
    'Passwords and codewords are never options, because other users of the machine can see command lines. ' +
    'They are typed without an echo, or read with --password-stdin.\n' +
    '\n' +
    'A session ends after 15 minutes without an action, and after 12 hours in any case. Changing the ' +
    'password ends all the other sessions. A lost phone: lisa sim block.\n' +
    '\n' +
    'The cabinet is reached over TLS only, except on this machine; redirects are not followed. --debug ' +
    'shows no token and no password.',
} as const;
