# PowerShell completion for lisa: made by "lisa completion powershell"

Register-ArgumentCompleter -Native -CommandName 'lisa' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)

  $places = @{
    '' = @{
      Commands = @(
        ,@('demo', 'See what lisa can do, on made-up data')
        ,@('login', 'Log in')
        ,@('logout', 'Log out')
        ,@('status', 'Show whether you are logged in, and as whom')
        ,@('balance', 'Show balance, state and what remains of the packages')
        ,@('account', 'The contract and the account')
        ,@('detail', 'Call detail: what was used and what it cost')
        ,@('tariff', 'The tariff: current, available, switch')
        ,@('service', 'Services: list, connect, disconnect')
        ,@('sim', 'The SIM: state, block, unblock')
        ,@('tone', 'Ring-back tones: melodies, who hears which, status, gifts')
        ,@('pay', 'Top up with a bank card')
        ,@('payment', 'Card payments: what became of them')
        ,@('promise', 'Promised payment: money for three days')
        ,@('bonus', 'Bonuses: balance, history, spending')
        ,@('offer', 'Personal offers: list, accept')
        ,@('news', 'News: list, read, subscribe')
        ,@('password', 'Your password')
        ,@('profile', 'Cabinets and subscribers you use, by name')
        ,@('config', 'Settings')
        ,@('doctor', 'Find what keeps lisa from working')
        ,@('support', 'What helps support to understand a failure')
        ,@('completion', 'Print the completion script of a shell')
        ,@('help', 'Help on a command or a topic')
        ,@('staff', 'The operator''s staff: credentials, subscribers, members, audit trail')
        ,@('sandbox', 'A cabinet of your own with made-up subscribers')
        ,@('cabinet', 'Run the server half on PostgreSQL')
        ,@('block-sim', 'Block the SIM at once, for free')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
        ,@('-V', 'Show the version')
        ,@('--version', 'Show the version')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'demo' = @{
      Commands = @()
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'login' = @{
      Commands = @()
      Options = @(
        ,@('--staff', 'As a member of the operator''s staff: password and one-time code')
        ,@('--password-stdin', 'Read the password from the first line of stdin, with --staff the code from the second')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'logout' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'status' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'balance' = @{
      Commands = @()
      Options = @(
        ,@('--fail-below', 'Exit with 8 when the balance is below this amount')
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'account' = @{
      Commands = @(
        ,@('show', 'Show contract, line, tariff, fees and what is owed')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'account show' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'detail' = @{
      Commands = @(
        ,@('list', 'List call detail, newest first')
        ,@('export', 'Export call detail to a file for a spreadsheet or a program')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'detail list' = @{
      Commands = @()
      Options = @(
        ,@('--from', 'First day of the period')
        ,@('--to', 'Last day of the period, included')
        ,@('--type', 'Only records of this type')
        ,@('--limit', 'Most records to show; 50 is the default')
        ,@('--all', 'Every record of the period')
        ,@('--after', 'Go on behind this record: the «next» of an earlier list')
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--type' = @('voice', 'sms', 'mms', 'data', 'service', 'payment', 'bonus'); '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'detail export' = @{
      Commands = @()
      Options = @(
        ,@('--from', 'First day of the period')
        ,@('--to', 'Last day of the period, included')
        ,@('--type', 'Only records of this type')
        ,@('--out', 'File to write, - for stdout; detail-NUMBER-FROM-TO.csv here is the default')
        ,@('--format', 'Format of the file; csv is the default')
        ,@('--dialect', 'Kind of CSV: rfc4180 for programs (the default), excel-ru for Excel with Russian settings')
        ,@('--force', 'Replace the file if it exists')
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--type' = @('voice', 'sms', 'mms', 'data', 'service', 'payment', 'bonus'); '--format' = @('csv', 'ndjson'); '--dialect' = @('rfc4180', 'excel-ru'); '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tariff' = @{
      Commands = @(
        ,@('show', 'Show the tariff and its next fee')
        ,@('list', 'List the tariffs that you may switch to')
        ,@('switch', 'Switch to another tariff')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tariff show' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tariff list' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tariff switch' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'service' = @{
      Commands = @(
        ,@('list', 'List the services that you have or can have')
        ,@('show', 'Show a service: fees, what it needs, what it excludes')
        ,@('connect', 'Connect a service')
        ,@('disconnect', 'Disconnect a service')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'service list' = @{
      Commands = @()
      Options = @(
        ,@('--connected', 'Only connected ones')
        ,@('--available', 'Only those that can be connected')
        ,@('--category', 'Only this category: calls, messages, internet, roaming, security, information')
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'service show' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'service connect' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'service disconnect' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'sim' = @{
      Commands = @(
        ,@('status', 'Show whether the SIM is blocked')
        ,@('block', 'Block the SIM at once, for free')
        ,@('unblock', 'Unblock the SIM with the codeword')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sim status' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sim block' = @{
      Commands = @()
      Options = @(
        ,@('--reason', 'Why')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--reason' = @('lost', 'stolen', 'temporary'); '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sim unblock' = @{
      Commands = @()
      Options = @(
        ,@('--codeword-stdin', 'Read the codeword from the first line of stdin')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tone' = @{
      Commands = @(
        ,@('catalog', 'List the melodies')
        ,@('list', 'Show who hears which melody')
        ,@('set', 'Set a melody for everyone, a caller or a time')
        ,@('remove', 'Remove a setting')
        ,@('off', 'Switch the tone service off')
        ,@('status', 'Status messages that callers hear instead of a melody')
        ,@('gift', 'Give a melody to another subscriber')
        ,@('gifts', 'List the gifts, given and received')
        ,@('accept', 'Accept a melody that was given to you')
        ,@('refuse', 'Refuse a melody that was given to you')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tone catalog' = @{
      Commands = @()
      Options = @(
        ,@('--search', 'Only titles and performers with this text')
        ,@('--category', 'Only this category, by code or name')
        ,@('--categories', 'The categories and their prices instead of the melodies')
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tone list' = @{
      Commands = @()
      Options = @(
        ,@('--caller', 'What is heard by calls from this number')
        ,@('--at', 'What is heard at this time of day')
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tone set' = @{
      Commands = @()
      Options = @(
        ,@('--for', 'Only for calls from this number')
        ,@('--from', 'Only from this time of day')
        ,@('--to', 'To this time of day, after midnight too')
        ,@('--no-renew', 'Do not pay for it again after 30 days')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'tone remove' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'tone off' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tone status' = @{
      Commands = @(
        ,@('list', 'List the status messages')
        ,@('set', 'Set a status message')
        ,@('clear', 'Clear the status message')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tone status list' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tone status set' = @{
      Commands = @()
      Options = @(
        ,@('--minutes', 'End it after this many minutes')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'tone status clear' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tone gift' = @{
      Commands = @()
      Options = @(
        ,@('--to', 'Number of the recipient')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'tone gifts' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'tone accept' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'tone refuse' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'pay' = @{
      Commands = @()
      Options = @(
        ,@('--no-open', 'Show the address of the page and open no browser')
        ,@('--no-wait', 'End as soon as the address of the page is known')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'payment' = @{
      Commands = @(
        ,@('list', 'List card payments, newest first')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'payment list' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'promise' = @{
      Commands = @(
        ,@('show', 'Show the promised payment, or the available amounts')
        ,@('take', 'Take a promised payment')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'promise show' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'promise take' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'bonus' = @{
      Commands = @(
        ,@('show', 'Show the bonus account')
        ,@('history', 'List what was earned, spent and lost')
        ,@('spend', 'Turn bonuses into money on the balance')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'bonus show' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'bonus history' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'bonus spend' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'offer' = @{
      Commands = @(
        ,@('list', 'List the offers made to you')
        ,@('show', 'Show an offer')
        ,@('accept', 'Accept an offer')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'offer list' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'offer show' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'offer accept' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'news' = @{
      Commands = @(
        ,@('list', 'List the news, newest first')
        ,@('show', 'Read a piece of news')
        ,@('subscribe', 'Get the news by SMS')
        ,@('unsubscribe', 'Get no more news by SMS')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'news list' = @{
      Commands = @()
      Options = @(
        ,@('--limit', 'How many to show (20)')
        ,@('--after', 'Only news older than this: its code')
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'news show' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'news subscribe' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'news unsubscribe' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'password' = @{
      Commands = @(
        ,@('change', 'Change the password')
        ,@('recover', 'Set a new password in place of a forgotten one')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'password change' = @{
      Commands = @()
      Options = @(
        ,@('--password-stdin', 'Read the current and the new password from two lines of stdin; staff: password, code and new password from three')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'password recover' = @{
      Commands = @()
      Options = @(
        ,@('--password-stdin', 'Read the one-time and the new password from two lines of stdin')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'profile' = @{
      Commands = @(
        ,@('list', 'List the profiles')
        ,@('use', 'Make a profile the current one')
        ,@('remove', 'Forget a profile')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'profile list' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'profile use' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'profile remove' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'config' = @{
      Commands = @(
        ,@('list', 'List the settings and where each comes from')
        ,@('get', 'Show one setting')
        ,@('set', 'Change a setting')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'config list' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'config get' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@('profile', 'server', 'timeout', 'secret-store'))
    }
    'config set' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@('profile', 'server', 'timeout', 'secret-store'); ,@())
    }
    'doctor' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'support' = @{
      Commands = @(
        ,@('replay', 'Send the requests of a trace again and show what differs')
        ,@('bundle', 'Pack what support needs into one zip file')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'support replay' = @{
      Commands = @()
      Options = @(
        ,@('--as', 'For the staff: show what this subscriber sees')
        ,@('--reason', 'For the staff: why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'support bundle' = @{
      Commands = @()
      Options = @(
        ,@('--out', 'Name of the file; lisa-support-DATE.zip by default')
        ,@('--attach', 'This trace (made with --trace) instead of the newest one')
        ,@('--without-trace', 'Leave the trace out')
        ,@('--force', 'Replace a file of that name')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'completion' = @{
      Commands = @()
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@('bash', 'zsh', 'fish', 'powershell'))
    }
    'help' = @{
      Commands = @(
        ,@('environment', 'Help on a topic')
        ,@('exit-codes', 'Help on a topic')
        ,@('output', 'Help on a topic')
        ,@('scripting', 'Help on a topic')
        ,@('security', 'Help on a topic')
        ,@('demo', 'See what lisa can do, on made-up data')
        ,@('login', 'Log in')
        ,@('logout', 'Log out')
        ,@('status', 'Show whether you are logged in, and as whom')
        ,@('balance', 'Show balance, state and what remains of the packages')
        ,@('account', 'The contract and the account')
        ,@('detail', 'Call detail: what was used and what it cost')
        ,@('tariff', 'The tariff: current, available, switch')
        ,@('service', 'Services: list, connect, disconnect')
        ,@('sim', 'The SIM: state, block, unblock')
        ,@('tone', 'Ring-back tones: melodies, who hears which, status, gifts')
        ,@('pay', 'Top up with a bank card')
        ,@('payment', 'Card payments: what became of them')
        ,@('promise', 'Promised payment: money for three days')
        ,@('bonus', 'Bonuses: balance, history, spending')
        ,@('offer', 'Personal offers: list, accept')
        ,@('news', 'News: list, read, subscribe')
        ,@('password', 'Your password')
        ,@('profile', 'Cabinets and subscribers you use, by name')
        ,@('config', 'Settings')
        ,@('doctor', 'Find what keeps lisa from working')
        ,@('support', 'What helps support to understand a failure')
        ,@('completion', 'Print the completion script of a shell')
        ,@('help', 'Help on a command or a topic')
        ,@('staff', 'The operator''s staff: credentials, subscribers, members, audit trail')
        ,@('sandbox', 'A cabinet of your own with made-up subscribers')
        ,@('cabinet', 'Run the server half on PostgreSQL')
        ,@('block-sim', 'Block the SIM at once, for free')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'staff' = @{
      Commands = @(
        ,@('issue', 'Issue credentials: open an account with its line, or issue them again for an existing one')
        ,@('issue-batch', 'Issue credentials for every row of a CSV file')
        ,@('reset', 'Issue a new one-time password for an account that exists')
        ,@('subscriber', 'Subscribers')
        ,@('member', 'Members of the staff')
        ,@('audit', 'The audit trail')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'staff issue' = @{
      Commands = @()
      Options = @(
        ,@('--account', 'Account number; left out, the next free one')
        ,@('--contract', 'Number of the contract')
        ,@('--name', 'Name of the person or company')
        ,@('--company', 'The holder is a company')
        ,@('--region', 'Region of the line: code or name')
        ,@('--msisdn', 'Mobile number of the line')
        ,@('--network-login', 'Network login')
        ,@('--tariff', 'Tariff: code or name')
        ,@('--document', 'Kind of the document that was shown')
        ,@('--last-digits', 'Last four digits of its number')
        ,@('--codeword-stdin', 'Read the codeword from the first line of stdin')
        ,@('--reason', 'Why, for the audit trail')
        ,@('--slip', 'Write the slip as a PDF, too')
        ,@('--force', 'Replace a file that exists')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--document' = @('passport', 'foreign_passport', 'driving_licence', 'military_id'); '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'staff issue-batch' = @{
      Commands = @()
      Options = @(
        ,@('--results', 'Where the results go; FILE.results.csv is the default')
        ,@('--slips', 'PDF file for the slips, a page for each row')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'staff reset' = @{
      Commands = @()
      Options = @(
        ,@('--reason', 'Why, for the audit trail')
        ,@('--document', 'Kind of the document that was shown')
        ,@('--last-digits', 'Last four digits of its number')
        ,@('--codeword-stdin', 'Read the codeword from the first line of stdin')
        ,@('--slip', 'Write the slip as a PDF, too')
        ,@('--force', 'Replace a file that exists')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--document' = @('passport', 'foreign_passport', 'driving_licence', 'military_id'); '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'staff subscriber' = @{
      Commands = @(
        ,@('find', 'Find subscribers')
        ,@('show', 'Show a subscriber')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'staff subscriber find' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'staff subscriber show' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'staff member' = @{
      Commands = @(
        ,@('add', 'Add a member')
        ,@('list', 'List the members')
        ,@('show', 'Show a member')
        ,@('disable', 'Lock a member out')
        ,@('reset', 'Give a member a new first password')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'staff member add' = @{
      Commands = @()
      Options = @(
        ,@('--name', 'Name')
        ,@('--role', 'Role')
        ,@('--office', 'Office')
        ,@('--region', 'Code of the only region whose subscribers the member serves; left out, all of them')
        ,@('--own-lines', 'The member''s own numbers, separated by commas: they issue nothing for these')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--role' = @('issuer', 'support', 'auditor', 'administrator'); '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'staff member list' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'staff member show' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'staff member disable' = @{
      Commands = @()
      Options = @(
        ,@('--reason', 'Why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'staff member reset' = @{
      Commands = @()
      Options = @(
        ,@('--reason', 'Why, for the audit trail')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'staff audit' = @{
      Commands = @(
        ,@('list', 'List what the staff did')
        ,@('verify', 'Prove that the audit trail is whole and unchanged')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'staff audit list' = @{
      Commands = @()
      Options = @(
        ,@('--by', 'Only what this member did')
        ,@('--on', 'Only what was done to this: account:NUMBER, member:LOGIN')
        ,@('--from', 'From this day or moment on')
        ,@('--to', 'To the end of this day, or to this moment')
        ,@('--action', 'Only this operation: issueCredentials, getSubscriber …')
        ,@('--limit', 'Most records to show; 50 is the default')
        ,@('--all', 'Show all of them')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'staff audit verify' = @{
      Commands = @()
      Options = @(
        ,@('--expect', 'A newest record noted earlier, as this command shows it')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox' = @{
      Commands = @(
        ,@('start', 'Start the sandbox, or find the running one')
        ,@('stop', 'Stop the sandbox; its data stays')
        ,@('status', 'Show whether the sandbox runs and where')
        ,@('reset', 'Forget everything in the sandbox and start anew')
        ,@('clock', 'The calendar of the sandbox')
        ,@('phone', 'The phones of the sandbox''s subscribers')
        ,@('authenticator', 'Show the one-time code of a member of the sandbox''s staff')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox start' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox stop' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox status' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox reset' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox clock' = @{
      Commands = @(
        ,@('show', 'Show the time in the sandbox')
        ,@('advance', 'Move the time in the sandbox forward')
        ,@('reset', 'Return the sandbox to the real time')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox clock show' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox clock advance' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'sandbox clock reset' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox phone' = @{
      Commands = @(
        ,@('inbox', 'Show the messages that came to a phone')
        ,@('send', 'Send an SMS from a phone')
        ,@('codes', 'Show only the codes and passwords that came to a phone')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox phone inbox' = @{
      Commands = @()
      Options = @(
        ,@('--number', 'Whose phone; otherwise the demo subscriber''s')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox phone send' = @{
      Commands = @()
      Options = @(
        ,@('--to', 'The short number: 1070 or 1071')
        ,@('--number', 'Whose phone; otherwise the demo subscriber''s')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'sandbox phone codes' = @{
      Commands = @()
      Options = @(
        ,@('--number', 'Whose phone; otherwise the demo subscriber''s')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'sandbox authenticator' = @{
      Commands = @()
      Options = @(
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @(,@())
    }
    'cabinet' = @{
      Commands = @(
        ,@('serve', 'Serve the cabinet until SIGTERM')
        ,@('migrate', 'Bring the tables of the database up to date')
        ,@('init', 'Prepare an empty database: the catalogue and the first administrator')
        ,@('bill', 'Do everything that has fallen due')
        ,@('verify', 'Prove that the ledger and the audit trail are sound')
        ,@('messages', 'Show the SMS to subscribers and from them')
      )
      Options = @(
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'cabinet serve' = @{
      Commands = @()
      Options = @(
        ,@('--database', 'Address of the database (postgres://…); else LISA_DATABASE_URL')
        ,@('--listen', 'Where to listen; 127.0.0.1:8080 when not given')
        ,@('--tls-cert', 'Certificate chain in PEM')
        ,@('--tls-key', 'Its private key in PEM')
        ,@('--settings', 'The rules'' numbers that differ from the defaults, as JSON')
        ,@('--behind-proxy', 'A proxy in front ends TLS and tells the address of the client')
        ,@('--acquirer', 'Address of the card acquirer; without it there are no card payments')
        ,@('--acquirer-key-file', 'The acquirer''s merchant key, on the first line of a file')
        ,@('--public-url', 'Address of this cabinet, where the acquirer tells what became of payments')
        ,@('--smpp', 'The short-message service: smpp://USER@HOST:PORT, or smpps:// with TLS; without it SMS wait')
        ,@('--smpp-password-file', 'Its password, on the first line of a file')
        ,@('--metrics', 'Where this machine can read numbers for Prometheus; nowhere when not given')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'cabinet migrate' = @{
      Commands = @()
      Options = @(
        ,@('--database', 'Address of the database (postgres://…); else LISA_DATABASE_URL')
        ,@('--server-role', 'Role of PostgreSQL that the server works under')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'cabinet init' = @{
      Commands = @()
      Options = @(
        ,@('--login', 'Login of the administrator: Latin letters and digits')
        ,@('--name', 'Their full name')
        ,@('--office', 'Where they work')
        ,@('--database', 'Address of the database (postgres://…); else LISA_DATABASE_URL')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'cabinet bill' = @{
      Commands = @()
      Options = @(
        ,@('--database', 'Address of the database (postgres://…); else LISA_DATABASE_URL')
        ,@('--until', 'Up to this moment; now when not given')
        ,@('--dry-run', 'Try it, and keep nothing')
        ,@('--settings', 'The rules'' numbers that differ from the defaults, as JSON')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'cabinet verify' = @{
      Commands = @()
      Options = @(
        ,@('--database', 'Address of the database (postgres://…); else LISA_DATABASE_URL')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'cabinet messages' = @{
      Commands = @()
      Options = @(
        ,@('--to', 'Only what was sent to this number, and came from it')
        ,@('--limit', 'How many to show; 50 when not given')
        ,@('--database', 'Address of the database (postgres://…); else LISA_DATABASE_URL')
        ,@('--json', 'One JSON object instead of text')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'block-sim' = @{
      Commands = @()
      Options = @(
        ,@('--reason', 'Why')
        ,@('--json', 'One JSON object instead of text')
        ,@('-y', 'Do it without asking')
        ,@('--yes', 'Do it without asking')
        ,@('--dry-run', 'Show what would happen and change nothing')
        ,@('--profile', 'Profile to use')
        ,@('--server', 'Address of the cabinet')
        ,@('--lang', 'Language of the texts')
        ,@('--timeout', 'Longest wait for the cabinet, in seconds')
        ,@('--no-color', 'No colour')
        ,@('--no-input', 'Never ask; fail instead')
        ,@('-q', 'Only data and errors')
        ,@('--quiet', 'Only data and errors')
        ,@('--debug', 'Tell on stderr what is sent and received, without secrets')
        ,@('--trace', 'Write a trace for support to this file (HAR), without personal data')
        ,@('-h', 'Show help')
        ,@('--help', 'Show help')
      )
      Choices = @{ '--reason' = @('lost', 'stolen', 'temporary'); '--lang' = @('en', 'ru') }
      Operands = @()
    }
    'help account' = @{
      Commands = @(
        ,@('show', 'Show contract, line, tariff, fees and what is owed')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help detail' = @{
      Commands = @(
        ,@('list', 'List call detail, newest first')
        ,@('export', 'Export call detail to a file for a spreadsheet or a program')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help tariff' = @{
      Commands = @(
        ,@('show', 'Show the tariff and its next fee')
        ,@('list', 'List the tariffs that you may switch to')
        ,@('switch', 'Switch to another tariff')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help service' = @{
      Commands = @(
        ,@('list', 'List the services that you have or can have')
        ,@('show', 'Show a service: fees, what it needs, what it excludes')
        ,@('connect', 'Connect a service')
        ,@('disconnect', 'Disconnect a service')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help sim' = @{
      Commands = @(
        ,@('status', 'Show whether the SIM is blocked')
        ,@('block', 'Block the SIM at once, for free')
        ,@('unblock', 'Unblock the SIM with the codeword')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help tone' = @{
      Commands = @(
        ,@('catalog', 'List the melodies')
        ,@('list', 'Show who hears which melody')
        ,@('set', 'Set a melody for everyone, a caller or a time')
        ,@('remove', 'Remove a setting')
        ,@('off', 'Switch the tone service off')
        ,@('status', 'Status messages that callers hear instead of a melody')
        ,@('gift', 'Give a melody to another subscriber')
        ,@('gifts', 'List the gifts, given and received')
        ,@('accept', 'Accept a melody that was given to you')
        ,@('refuse', 'Refuse a melody that was given to you')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help tone status' = @{
      Commands = @(
        ,@('list', 'List the status messages')
        ,@('set', 'Set a status message')
        ,@('clear', 'Clear the status message')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help payment' = @{
      Commands = @(
        ,@('list', 'List card payments, newest first')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help promise' = @{
      Commands = @(
        ,@('show', 'Show the promised payment, or the available amounts')
        ,@('take', 'Take a promised payment')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help bonus' = @{
      Commands = @(
        ,@('show', 'Show the bonus account')
        ,@('history', 'List what was earned, spent and lost')
        ,@('spend', 'Turn bonuses into money on the balance')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help offer' = @{
      Commands = @(
        ,@('list', 'List the offers made to you')
        ,@('show', 'Show an offer')
        ,@('accept', 'Accept an offer')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help news' = @{
      Commands = @(
        ,@('list', 'List the news, newest first')
        ,@('show', 'Read a piece of news')
        ,@('subscribe', 'Get the news by SMS')
        ,@('unsubscribe', 'Get no more news by SMS')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help password' = @{
      Commands = @(
        ,@('change', 'Change the password')
        ,@('recover', 'Set a new password in place of a forgotten one')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help profile' = @{
      Commands = @(
        ,@('list', 'List the profiles')
        ,@('use', 'Make a profile the current one')
        ,@('remove', 'Forget a profile')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help config' = @{
      Commands = @(
        ,@('list', 'List the settings and where each comes from')
        ,@('get', 'Show one setting')
        ,@('set', 'Change a setting')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help support' = @{
      Commands = @(
        ,@('replay', 'Send the requests of a trace again and show what differs')
        ,@('bundle', 'Pack what support needs into one zip file')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help staff' = @{
      Commands = @(
        ,@('issue', 'Issue credentials: open an account with its line, or issue them again for an existing one')
        ,@('issue-batch', 'Issue credentials for every row of a CSV file')
        ,@('reset', 'Issue a new one-time password for an account that exists')
        ,@('subscriber', 'Subscribers')
        ,@('member', 'Members of the staff')
        ,@('audit', 'The audit trail')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help staff subscriber' = @{
      Commands = @(
        ,@('find', 'Find subscribers')
        ,@('show', 'Show a subscriber')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help staff member' = @{
      Commands = @(
        ,@('add', 'Add a member')
        ,@('list', 'List the members')
        ,@('show', 'Show a member')
        ,@('disable', 'Lock a member out')
        ,@('reset', 'Give a member a new first password')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help staff audit' = @{
      Commands = @(
        ,@('list', 'List what the staff did')
        ,@('verify', 'Prove that the audit trail is whole and unchanged')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help sandbox' = @{
      Commands = @(
        ,@('start', 'Start the sandbox, or find the running one')
        ,@('stop', 'Stop the sandbox; its data stays')
        ,@('status', 'Show whether the sandbox runs and where')
        ,@('reset', 'Forget everything in the sandbox and start anew')
        ,@('clock', 'The calendar of the sandbox')
        ,@('phone', 'The phones of the sandbox''s subscribers')
        ,@('authenticator', 'Show the one-time code of a member of the sandbox''s staff')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help sandbox clock' = @{
      Commands = @(
        ,@('show', 'Show the time in the sandbox')
        ,@('advance', 'Move the time in the sandbox forward')
        ,@('reset', 'Return the sandbox to the real time')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help sandbox phone' = @{
      Commands = @(
        ,@('inbox', 'Show the messages that came to a phone')
        ,@('send', 'Send an SMS from a phone')
        ,@('codes', 'Show only the codes and passwords that came to a phone')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
    'help cabinet' = @{
      Commands = @(
        ,@('serve', 'Serve the cabinet until SIGTERM')
        ,@('migrate', 'Bring the tables of the database up to date')
        ,@('init', 'Prepare an empty database: the catalogue and the first administrator')
        ,@('bill', 'Do everything that has fallen due')
        ,@('verify', 'Prove that the ledger and the audit trail are sound')
        ,@('messages', 'Show the SMS to subscribers and from them')
      )
      Options = @()
      Choices = @{  }
      Operands = @()
    }
  }
  $valued = @('--profile', '--server', '--lang', '--timeout', '--trace', '--fail-below', '--as', '--reason', '--from', '--to', '--type', '--limit', '--after', '--out', '--format', '--dialect', '--category', '--search', '--caller', '--at', '--for', '--minutes', '--attach', '--account', '--contract', '--name', '--region', '--msisdn', '--network-login', '--tariff', '--document', '--last-digits', '--slip', '--results', '--slips', '--role', '--office', '--own-lines', '--by', '--on', '--action', '--expect', '--number', '--database', '--listen', '--tls-cert', '--tls-key', '--settings', '--acquirer', '--acquirer-key-file', '--public-url', '--smpp', '--smpp-password-file', '--metrics', '--server-role', '--login', '--until')

  $path = ''
  $operands = 0
  $waiting = ''
  $onlyOperands = $false
  foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
    $word = $element.Extent.Text
    if ($waiting) { $waiting = '' }
    elseif (-not $onlyOperands -and $word -ceq '--') { $onlyOperands = $true }
    elseif (-not $onlyOperands -and $word.StartsWith('-') -and $word.Length -gt 1) {
      if ($valued -ccontains $word) { $waiting = $word }
    }
    elseif ($operands -eq 0 -and $places.ContainsKey("$path $word".Trim())) { $path = "$path $word".Trim() }
    else { $operands++ }
  }

  $place = $places[$path]
  $prefix = ''
  $typed = $wordToComplete
  $offered = @()
  if ($waiting) {
    $offered = @($place.Choices[$waiting] | ForEach-Object { ,@($_, $_) })
  }
  elseif (-not $onlyOperands -and $typed -match '^(--[^=]+)=(.*)$') {
    $prefix = $Matches[1] + '='
    $typed = $Matches[2]
    $offered = @($place.Choices[$Matches[1]] | ForEach-Object { ,@($_, $_) })
  }
  elseif (-not $onlyOperands -and $typed.StartsWith('-')) { $offered = $place.Options }
  elseif ($operands -eq 0 -and $place.Commands.Count -gt 0) { $offered = $place.Commands }
  elseif ($operands -lt $place.Operands.Count) {
    $offered = @($place.Operands[$operands] | ForEach-Object { ,@($_, $_) })
  }

  foreach ($pair in $offered) {
    if ($pair -and $pair[0].StartsWith($typed, [StringComparison]::Ordinal)) {
      $text = $prefix + $pair[0]
      [System.Management.Automation.CompletionResult]::new($text, $pair[0], 'ParameterValue', $pair[1])
    }
  }
}
