# bash completion for lisa: made by "lisa completion bash"

# What can follow the words of $1: fills commands, options and operands (one per line: words, @file or @text).
_lisa_place() {
  commands='' options='' operands=() variadic=''
  case $1 in
    '')
      commands='demo login logout status balance account detail tariff service sim tone pay payment promise bonus offer news password profile config doctor support completion help staff sandbox cabinet block-sim'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help -V --version' ;;
    'demo')
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'login')
      options='--staff --password-stdin --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'logout')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'status')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'balance')
      options='--fail-below --as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'account')
      commands='show'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'account show')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'detail')
      commands='list export'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'detail list')
      options='--from --to --type --limit --all --after --as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'detail export')
      options='--from --to --type --out --format --dialect --force --as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tariff')
      commands='show list switch'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tariff show')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tariff list')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tariff switch')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'service')
      commands='list show connect disconnect'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'service list')
      options='--connected --available --category --as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'service show')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'service connect')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'service disconnect')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'sim')
      commands='status block unblock'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sim status')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sim block')
      options='--reason --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sim unblock')
      options='--codeword-stdin --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tone')
      commands='catalog list set remove off status gift gifts accept refuse'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tone catalog')
      options='--search --category --categories --as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tone list')
      options='--caller --at --as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tone set')
      options='--for --from --to --no-renew --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'tone remove')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'tone off')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tone status')
      commands='list set clear'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tone status list')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tone status set')
      options='--minutes --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'tone status clear')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tone gift')
      options='--to --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'tone gifts')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'tone accept')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'tone refuse')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'pay')
      options='--no-open --no-wait --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'payment')
      commands='list'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'payment list')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'promise')
      commands='show take'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'promise show')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'promise take')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'bonus')
      commands='show history spend'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'bonus show')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'bonus history')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'bonus spend')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'offer')
      commands='list show accept'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'offer list')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'offer show')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'offer accept')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'news')
      commands='list show subscribe unsubscribe'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'news list')
      options='--limit --after --as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'news show')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'news subscribe')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'news unsubscribe')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'password')
      commands='change recover'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'password change')
      options='--password-stdin --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'password recover')
      options='--password-stdin --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'profile')
      commands='list use remove'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'profile list')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'profile use')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'profile remove')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'config')
      commands='list get set'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'config list')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'config get')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('profile server timeout secret-store') ;;
    'config set')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('profile server timeout secret-store' '@text') ;;
    'doctor')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'support')
      commands='replay bundle'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'support replay')
      options='--as --reason --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@file') ;;
    'support bundle')
      options='--out --attach --without-trace --force --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'completion')
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('bash zsh fish powershell') ;;
    'help')
      commands='environment exit-codes output scripting security demo login logout status balance account detail tariff service sim tone pay payment promise bonus offer news password profile config doctor support completion help staff sandbox cabinet block-sim'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'staff')
      commands='issue issue-batch reset subscriber member audit'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'staff issue')
      options='--account --contract --name --company --region --msisdn --network-login --tariff --document --last-digits --codeword-stdin --reason --slip --force --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'staff issue-batch')
      options='--results --slips --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@file') ;;
    'staff reset')
      options='--reason --document --last-digits --codeword-stdin --slip --force --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'staff subscriber')
      commands='find show'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'staff subscriber find')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text')
      variadic=1 ;;
    'staff subscriber show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'staff member')
      commands='add list show disable reset'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'staff member add')
      options='--name --role --office --region --own-lines --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'staff member list')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'staff member show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'staff member disable')
      options='--reason --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'staff member reset')
      options='--reason --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'staff audit')
      commands='list verify'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'staff audit list')
      options='--by --on --from --to --action --limit --all --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'staff audit verify')
      options='--expect --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox')
      commands='start stop status reset clock phone authenticator'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox start')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox stop')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox status')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox reset')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox clock')
      commands='show advance reset'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox clock show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox clock advance')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'sandbox clock reset')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox phone')
      commands='inbox send codes'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox phone inbox')
      options='--number --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox phone send')
      options='--to --number --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'sandbox phone codes')
      options='--number --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'sandbox authenticator')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help'
      operands=('@text') ;;
    'cabinet')
      commands='serve migrate init bill verify messages'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'cabinet serve')
      options='--database --listen --tls-cert --tls-key --settings --behind-proxy --acquirer --acquirer-key-file --public-url --smpp --smpp-password-file --metrics --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'cabinet migrate')
      options='--database --server-role --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'cabinet init')
      options='--login --name --office --database --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'cabinet bill')
      options='--database --until --dry-run --settings --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'cabinet verify')
      options='--database --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'cabinet messages')
      options='--to --limit --database --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'block-sim')
      options='--reason --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug --trace -h --help' ;;
    'help account')
      commands='show' ;;
    'help detail')
      commands='list export' ;;
    'help tariff')
      commands='show list switch' ;;
    'help service')
      commands='list show connect disconnect' ;;
    'help sim')
      commands='status block unblock' ;;
    'help tone')
      commands='catalog list set remove off status gift gifts accept refuse' ;;
    'help tone status')
      commands='list set clear' ;;
    'help payment')
      commands='list' ;;
    'help promise')
      commands='show take' ;;
    'help bonus')
      commands='show history spend' ;;
    'help offer')
      commands='list show accept' ;;
    'help news')
      commands='list show subscribe unsubscribe' ;;
    'help password')
      commands='change recover' ;;
    'help profile')
      commands='list use remove' ;;
    'help config')
      commands='list get set' ;;
    'help support')
      commands='replay bundle' ;;
    'help staff')
      commands='issue issue-batch reset subscriber member audit' ;;
    'help staff subscriber')
      commands='find show' ;;
    'help staff member')
      commands='add list show disable reset' ;;
    'help staff audit')
      commands='list verify' ;;
    'help sandbox')
      commands='start stop status reset clock phone authenticator' ;;
    'help sandbox clock')
      commands='show advance reset' ;;
    'help sandbox phone')
      commands='inbox send codes' ;;
    'help cabinet')
      commands='serve migrate init bill verify messages' ;;
    *) return 1 ;;
  esac
}

# What the option $2 of the command $1 takes: fills values.
_lisa_values() {
  values='@text'
  case "$1 $2" in
    ' --lang') values='en ru' ;;
    ' --trace') values='@file' ;;
    'demo --lang') values='en ru' ;;
    'demo --trace') values='@file' ;;
    'login --lang') values='en ru' ;;
    'login --trace') values='@file' ;;
    'logout --lang') values='en ru' ;;
    'logout --trace') values='@file' ;;
    'status --lang') values='en ru' ;;
    'status --trace') values='@file' ;;
    'balance --lang') values='en ru' ;;
    'balance --trace') values='@file' ;;
    'account --lang') values='en ru' ;;
    'account --trace') values='@file' ;;
    'account show --lang') values='en ru' ;;
    'account show --trace') values='@file' ;;
    'detail --lang') values='en ru' ;;
    'detail --trace') values='@file' ;;
    'detail list --type') values='voice sms mms data service payment bonus' ;;
    'detail list --lang') values='en ru' ;;
    'detail list --trace') values='@file' ;;
    'detail export --type') values='voice sms mms data service payment bonus' ;;
    'detail export --out') values='@file' ;;
    'detail export --format') values='csv ndjson' ;;
    'detail export --dialect') values='rfc4180 excel-ru' ;;
    'detail export --lang') values='en ru' ;;
    'detail export --trace') values='@file' ;;
    'tariff --lang') values='en ru' ;;
    'tariff --trace') values='@file' ;;
    'tariff show --lang') values='en ru' ;;
    'tariff show --trace') values='@file' ;;
    'tariff list --lang') values='en ru' ;;
    'tariff list --trace') values='@file' ;;
    'tariff switch --lang') values='en ru' ;;
    'tariff switch --trace') values='@file' ;;
    'service --lang') values='en ru' ;;
    'service --trace') values='@file' ;;
    'service list --lang') values='en ru' ;;
    'service list --trace') values='@file' ;;
    'service show --lang') values='en ru' ;;
    'service show --trace') values='@file' ;;
    'service connect --lang') values='en ru' ;;
    'service connect --trace') values='@file' ;;
    'service disconnect --lang') values='en ru' ;;
    'service disconnect --trace') values='@file' ;;
    'sim --lang') values='en ru' ;;
    'sim --trace') values='@file' ;;
    'sim status --lang') values='en ru' ;;
    'sim status --trace') values='@file' ;;
    'sim block --reason') values='lost stolen temporary' ;;
    'sim block --lang') values='en ru' ;;
    'sim block --trace') values='@file' ;;
    'sim unblock --lang') values='en ru' ;;
    'sim unblock --trace') values='@file' ;;
    'tone --lang') values='en ru' ;;
    'tone --trace') values='@file' ;;
    'tone catalog --lang') values='en ru' ;;
    'tone catalog --trace') values='@file' ;;
    'tone list --lang') values='en ru' ;;
    'tone list --trace') values='@file' ;;
    'tone set --lang') values='en ru' ;;
    'tone set --trace') values='@file' ;;
    'tone remove --lang') values='en ru' ;;
    'tone remove --trace') values='@file' ;;
    'tone off --lang') values='en ru' ;;
    'tone off --trace') values='@file' ;;
    'tone status --lang') values='en ru' ;;
    'tone status --trace') values='@file' ;;
    'tone status list --lang') values='en ru' ;;
    'tone status list --trace') values='@file' ;;
    'tone status set --lang') values='en ru' ;;
    'tone status set --trace') values='@file' ;;
    'tone status clear --lang') values='en ru' ;;
    'tone status clear --trace') values='@file' ;;
    'tone gift --lang') values='en ru' ;;
    'tone gift --trace') values='@file' ;;
    'tone gifts --lang') values='en ru' ;;
    'tone gifts --trace') values='@file' ;;
    'tone accept --lang') values='en ru' ;;
    'tone accept --trace') values='@file' ;;
    'tone refuse --lang') values='en ru' ;;
    'tone refuse --trace') values='@file' ;;
    'pay --lang') values='en ru' ;;
    'pay --trace') values='@file' ;;
    'payment --lang') values='en ru' ;;
    'payment --trace') values='@file' ;;
    'payment list --lang') values='en ru' ;;
    'payment list --trace') values='@file' ;;
    'promise --lang') values='en ru' ;;
    'promise --trace') values='@file' ;;
    'promise show --lang') values='en ru' ;;
    'promise show --trace') values='@file' ;;
    'promise take --lang') values='en ru' ;;
    'promise take --trace') values='@file' ;;
    'bonus --lang') values='en ru' ;;
    'bonus --trace') values='@file' ;;
    'bonus show --lang') values='en ru' ;;
    'bonus show --trace') values='@file' ;;
    'bonus history --lang') values='en ru' ;;
    'bonus history --trace') values='@file' ;;
    'bonus spend --lang') values='en ru' ;;
    'bonus spend --trace') values='@file' ;;
    'offer --lang') values='en ru' ;;
    'offer --trace') values='@file' ;;
    'offer list --lang') values='en ru' ;;
    'offer list --trace') values='@file' ;;
    'offer show --lang') values='en ru' ;;
    'offer show --trace') values='@file' ;;
    'offer accept --lang') values='en ru' ;;
    'offer accept --trace') values='@file' ;;
    'news --lang') values='en ru' ;;
    'news --trace') values='@file' ;;
    'news list --lang') values='en ru' ;;
    'news list --trace') values='@file' ;;
    'news show --lang') values='en ru' ;;
    'news show --trace') values='@file' ;;
    'news subscribe --lang') values='en ru' ;;
    'news subscribe --trace') values='@file' ;;
    'news unsubscribe --lang') values='en ru' ;;
    'news unsubscribe --trace') values='@file' ;;
    'password --lang') values='en ru' ;;
    'password --trace') values='@file' ;;
    'password change --lang') values='en ru' ;;
    'password change --trace') values='@file' ;;
    'password recover --lang') values='en ru' ;;
    'password recover --trace') values='@file' ;;
    'profile --lang') values='en ru' ;;
    'profile --trace') values='@file' ;;
    'profile list --lang') values='en ru' ;;
    'profile list --trace') values='@file' ;;
    'profile use --lang') values='en ru' ;;
    'profile use --trace') values='@file' ;;
    'profile remove --lang') values='en ru' ;;
    'profile remove --trace') values='@file' ;;
    'config --lang') values='en ru' ;;
    'config --trace') values='@file' ;;
    'config list --lang') values='en ru' ;;
    'config list --trace') values='@file' ;;
    'config get --lang') values='en ru' ;;
    'config get --trace') values='@file' ;;
    'config set --lang') values='en ru' ;;
    'config set --trace') values='@file' ;;
    'doctor --lang') values='en ru' ;;
    'doctor --trace') values='@file' ;;
    'support --lang') values='en ru' ;;
    'support --trace') values='@file' ;;
    'support replay --lang') values='en ru' ;;
    'support replay --trace') values='@file' ;;
    'support bundle --out') values='@file' ;;
    'support bundle --attach') values='@file' ;;
    'support bundle --lang') values='en ru' ;;
    'support bundle --trace') values='@file' ;;
    'completion --lang') values='en ru' ;;
    'completion --trace') values='@file' ;;
    'help --lang') values='en ru' ;;
    'help --trace') values='@file' ;;
    'staff --lang') values='en ru' ;;
    'staff --trace') values='@file' ;;
    'staff issue --document') values='passport foreign_passport driving_licence military_id' ;;
    'staff issue --slip') values='@file' ;;
    'staff issue --lang') values='en ru' ;;
    'staff issue --trace') values='@file' ;;
    'staff issue-batch --results') values='@file' ;;
    'staff issue-batch --slips') values='@file' ;;
    'staff issue-batch --lang') values='en ru' ;;
    'staff issue-batch --trace') values='@file' ;;
    'staff reset --document') values='passport foreign_passport driving_licence military_id' ;;
    'staff reset --slip') values='@file' ;;
    'staff reset --lang') values='en ru' ;;
    'staff reset --trace') values='@file' ;;
    'staff subscriber --lang') values='en ru' ;;
    'staff subscriber --trace') values='@file' ;;
    'staff subscriber find --lang') values='en ru' ;;
    'staff subscriber find --trace') values='@file' ;;
    'staff subscriber show --lang') values='en ru' ;;
    'staff subscriber show --trace') values='@file' ;;
    'staff member --lang') values='en ru' ;;
    'staff member --trace') values='@file' ;;
    'staff member add --role') values='issuer support auditor administrator' ;;
    'staff member add --lang') values='en ru' ;;
    'staff member add --trace') values='@file' ;;
    'staff member list --lang') values='en ru' ;;
    'staff member list --trace') values='@file' ;;
    'staff member show --lang') values='en ru' ;;
    'staff member show --trace') values='@file' ;;
    'staff member disable --lang') values='en ru' ;;
    'staff member disable --trace') values='@file' ;;
    'staff member reset --lang') values='en ru' ;;
    'staff member reset --trace') values='@file' ;;
    'staff audit --lang') values='en ru' ;;
    'staff audit --trace') values='@file' ;;
    'staff audit list --lang') values='en ru' ;;
    'staff audit list --trace') values='@file' ;;
    'staff audit verify --lang') values='en ru' ;;
    'staff audit verify --trace') values='@file' ;;
    'sandbox --lang') values='en ru' ;;
    'sandbox --trace') values='@file' ;;
    'sandbox start --lang') values='en ru' ;;
    'sandbox start --trace') values='@file' ;;
    'sandbox stop --lang') values='en ru' ;;
    'sandbox stop --trace') values='@file' ;;
    'sandbox status --lang') values='en ru' ;;
    'sandbox status --trace') values='@file' ;;
    'sandbox reset --lang') values='en ru' ;;
    'sandbox reset --trace') values='@file' ;;
    'sandbox clock --lang') values='en ru' ;;
    'sandbox clock --trace') values='@file' ;;
    'sandbox clock show --lang') values='en ru' ;;
    'sandbox clock show --trace') values='@file' ;;
    'sandbox clock advance --lang') values='en ru' ;;
    'sandbox clock advance --trace') values='@file' ;;
    'sandbox clock reset --lang') values='en ru' ;;
    'sandbox clock reset --trace') values='@file' ;;
    'sandbox phone --lang') values='en ru' ;;
    'sandbox phone --trace') values='@file' ;;
    'sandbox phone inbox --lang') values='en ru' ;;
    'sandbox phone inbox --trace') values='@file' ;;
    'sandbox phone send --lang') values='en ru' ;;
    'sandbox phone send --trace') values='@file' ;;
    'sandbox phone codes --lang') values='en ru' ;;
    'sandbox phone codes --trace') values='@file' ;;
    'sandbox authenticator --lang') values='en ru' ;;
    'sandbox authenticator --trace') values='@file' ;;
    'cabinet --lang') values='en ru' ;;
    'cabinet --trace') values='@file' ;;
    'cabinet serve --tls-cert') values='@file' ;;
    'cabinet serve --tls-key') values='@file' ;;
    'cabinet serve --settings') values='@file' ;;
    'cabinet serve --acquirer-key-file') values='@file' ;;
    'cabinet serve --smpp-password-file') values='@file' ;;
    'cabinet serve --lang') values='en ru' ;;
    'cabinet serve --trace') values='@file' ;;
    'cabinet migrate --lang') values='en ru' ;;
    'cabinet migrate --trace') values='@file' ;;
    'cabinet init --lang') values='en ru' ;;
    'cabinet init --trace') values='@file' ;;
    'cabinet bill --settings') values='@file' ;;
    'cabinet bill --lang') values='en ru' ;;
    'cabinet bill --trace') values='@file' ;;
    'cabinet verify --lang') values='en ru' ;;
    'cabinet verify --trace') values='@file' ;;
    'cabinet messages --lang') values='en ru' ;;
    'cabinet messages --trace') values='@file' ;;
    'block-sim --reason') values='lost stolen temporary' ;;
    'block-sim --lang') values='en ru' ;;
    'block-sim --trace') values='@file' ;;
  esac
}

_lisa_takes_value() {
  case $1 in
    --profile | --server | --lang | --timeout | --trace | --fail-below | --as | --reason | --from | --to | --type | --limit | --after | --out | --format | --dialect | --category | --search | --caller | --at | --for | --minutes | --attach | --account | --contract | --name | --region | --msisdn | --network-login | --tariff | --document | --last-digits | --slip | --results | --slips | --role | --office | --own-lines | --by | --on | --action | --expect | --number | --database | --listen | --tls-cert | --tls-key | --settings | --acquirer | --acquirer-key-file | --public-url | --smpp | --smpp-password-file | --metrics | --server-role | --login | --until) return 0 ;;
  esac
  return 1
}

# The typed words up to the cursor, put together again where bash split them: fills words.
_lisa_words() {
  local rest=$COMP_LINE word i last=-1
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $last -ge 0 && -n $word && $rest == "$word"* ]]; then
      words[last]+=$word
    else
      rest=${rest#"${rest%%[![:space:]]*}"}
      last=$((last + 1))
      words[last]=$word
    fi
    rest=${rest#*"$word"}
  done
}

# Offers what is told in $1 for the beginning $2.
_lisa_offer() {
  case $1 in
    @text) ;;
    @file) compopt -o default 2>/dev/null || COMPREPLY=($(IFS=$'\n'; compgen -f -- "$2")) ;;
    *) COMPREPLY=($(compgen -W "$1" -- "$2")) ;;
  esac
}

_lisa() {
  local words commands options operands values variadic='' path='' typed=0 only_operands='' waiting='' i word next
  local IFS=$' \t\n'
  COMPREPLY=()
  _lisa_words
  local last=$((${#words[@]} - 1))
  local current=${words[last]}
  _lisa_place ''
  for ((i = 1; i < last; i++)); do
    word=${words[i]}
    if [[ -n $waiting ]]; then
      waiting=''
    elif [[ -z $only_operands && $word == -- ]]; then
      only_operands=1
    elif [[ -z $only_operands && $word == -?* ]]; then
      if _lisa_takes_value "$word"; then waiting=$word; fi
    else
      next=${path:+$path }$word
      if [[ $typed -eq 0 && -n $commands && " $commands " == *" $word "* ]]; then
        path=$next
        _lisa_place "$path"
      else
        typed=$((typed + 1))
      fi
    fi
  done
  if [[ -n $waiting ]]; then
    _lisa_values "$path" "$waiting"
    _lisa_offer "$values" "$current"
  elif [[ -z $only_operands && $current == --*=* ]]; then
    _lisa_values "$path" "${current%%=*}"
    _lisa_offer "$values" "${current#*=}"
    # Without = among the breaks of words the whole word is replaced, not only what follows the sign.
    if [[ $COMP_WORDBREAKS != *=* ]]; then COMPREPLY=("${COMPREPLY[@]/#/${current%%=*}=}"); fi
  elif [[ -z $only_operands && $current == -* ]]; then
    _lisa_offer "$options" "$current"
  elif [[ -n $commands && $typed -eq 0 ]]; then
    _lisa_offer "$commands" "$current"
  elif [[ ${#operands[@]} -gt 0 ]]; then
    if [[ -n $variadic && $typed -ge ${#operands[@]} ]]; then typed=$((${#operands[@]} - 1)); fi
    _lisa_offer "${operands[typed]:-@text}" "$current"
  fi
}

complete -F _lisa lisa
