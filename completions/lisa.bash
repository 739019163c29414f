# bash completion for lisa: made by "lisa completion bash"

# What can follow the words of $1: fills commands, options and operands (one per line: words, @file or @text).
_lisa_place() {
  commands='' options='' operands=() variadic=''
  case $1 in
    '')
      commands='demo login logout status balance account detail tariff service sim tone pay payment promise bonus offer news password profile config doctor completion help sandbox cabinet block-sim'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help -V --version' ;;
    'demo')
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'login')
      options='--password-stdin --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'logout')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'status')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'balance')
      options='--fail-below --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'account')
      commands='show'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'account show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'detail')
      commands='list export'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'detail list')
      options='--from --to --type --limit --all --after --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'detail export')
      options='--from --to --type --out --format --dialect --force --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tariff')
      commands='show list switch'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tariff show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tariff list')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tariff switch')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'service')
      commands='list show connect disconnect'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'service list')
      options='--connected --available --category --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'service show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'service connect')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'service disconnect')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'sim')
      commands='status block unblock'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sim status')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sim block')
      options='--reason --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sim unblock')
      options='--codeword-stdin --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tone')
      commands='catalog list set remove off status gift gifts accept refuse'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tone catalog')
      options='--search --category --categories --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tone list')
      options='--caller --at --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tone set')
      options='--for --from --to --no-renew --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'tone remove')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'tone off')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tone status')
      commands='list set clear'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tone status list')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tone status set')
      options='--minutes --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'tone status clear')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tone gift')
      options='--to --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'tone gifts')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'tone accept')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'tone refuse')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'pay')
      options='--no-open --no-wait --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'payment')
      commands='list'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'payment list')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'promise')
      commands='show take'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'promise show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'promise take')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'bonus')
      commands='show history spend'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'bonus show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'bonus history')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'bonus spend')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'offer')
      commands='list show accept'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'offer list')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'offer show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'offer accept')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'news')
      commands='list show subscribe unsubscribe'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'news list')
      options='--limit --after --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'news show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'news subscribe')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'news unsubscribe')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'password')
      commands='change recover'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'password change')
      options='--password-stdin --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'password recover')
      options='--password-stdin --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'profile')
      commands='list use remove'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'profile list')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'profile use')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'profile remove')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'config')
      commands='list get set'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'config list')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'config get')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('profile server timeout secret-store') ;;
    'config set')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('profile server timeout secret-store' '@text') ;;
    'doctor')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'completion')
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('bash zsh fish powershell') ;;
    'help')
      commands='environment exit-codes output scripting security demo login logout status balance account detail tariff service sim tone pay payment promise bonus offer news password profile config doctor completion help sandbox cabinet block-sim'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox')
      commands='start stop status reset clock phone'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox start')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox stop')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox status')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox reset')
      options='--json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox clock')
      commands='show advance reset'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox clock show')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox clock advance')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'sandbox clock reset')
      options='--json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox phone')
      commands='inbox send codes'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox phone inbox')
      options='--number --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'sandbox phone send')
      options='--to --number --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help'
      operands=('@text') ;;
    'sandbox phone codes')
      options='--number --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'cabinet')
      commands='serve migrate bill verify messages'
      options='--profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'cabinet serve')
      options='--database --listen --tls-cert --tls-key --settings --behind-proxy --acquirer --acquirer-key-file --public-url --smpp --smpp-password-file --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'cabinet migrate')
      options='--database --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'cabinet bill')
      options='--database --until --dry-run --settings --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'cabinet verify')
      options='--database --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'cabinet messages')
      options='--to --limit --database --json --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
    'block-sim')
      options='--reason --json -y --yes --dry-run --profile --server --lang --timeout --no-color --no-input -q --quiet --debug -h --help' ;;
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
    'help sandbox')
      commands='start stop status reset clock phone' ;;
    'help sandbox clock')
      commands='show advance reset' ;;
    'help sandbox phone')
      commands='inbox send codes' ;;
    'help cabinet')
      commands='serve migrate bill verify messages' ;;
    *) return 1 ;;
  esac
}

# What the option $2 of the command $1 takes: fills values.
_lisa_values() {
  values='@text'
  case "$1 $2" in
    ' --lang') values='en ru' ;;
    'demo --lang') values='en ru' ;;
    'login --lang') values='en ru' ;;
    'logout --lang') values='en ru' ;;
    'status --lang') values='en ru' ;;
    'balance --lang') values='en ru' ;;
    'account --lang') values='en ru' ;;
    'account show --lang') values='en ru' ;;
    'detail --lang') values='en ru' ;;
    'detail list --type') values='voice sms mms data service payment bonus' ;;
    'detail list --lang') values='en ru' ;;
    'detail export --type') values='voice sms mms data service payment bonus' ;;
    'detail export --out') values='@file' ;;
    'detail export --format') values='csv ndjson' ;;
    'detail export --dialect') values='rfc4180 excel-ru' ;;
    'detail export --lang') values='en ru' ;;
    'tariff --lang') values='en ru' ;;
    'tariff show --lang') values='en ru' ;;
    'tariff list --lang') values='en ru' ;;
    'tariff switch --lang') values='en ru' ;;
    'service --lang') values='en ru' ;;
    'service list --lang') values='en ru' ;;
    'service show --lang') values='en ru' ;;
    'service connect --lang') values='en ru' ;;
    'service disconnect --lang') values='en ru' ;;
    'sim --lang') values='en ru' ;;
    'sim status --lang') values='en ru' ;;
    'sim block --reason') values='lost stolen temporary' ;;
    'sim block --lang') values='en ru' ;;
    'sim unblock --lang') values='en ru' ;;
    'tone --lang') values='en ru' ;;
    'tone catalog --lang') values='en ru' ;;
    'tone list --lang') values='en ru' ;;
    'tone set --lang') values='en ru' ;;
    'tone remove --lang') values='en ru' ;;
    'tone off --lang') values='en ru' ;;
    'tone status --lang') values='en ru' ;;
    'tone status list --lang') values='en ru' ;;
    'tone status set --lang') values='en ru' ;;
    'tone status clear --lang') values='en ru' ;;
    'tone gift --lang') values='en ru' ;;
    'tone gifts --lang') values='en ru' ;;
    'tone accept --lang') values='en ru' ;;
    'tone refuse --lang') values='en ru' ;;
    'pay --lang') values='en ru' ;;
    'payment --lang') values='en ru' ;;
    'payment list --lang') values='en ru' ;;
    'promise --lang') values='en ru' ;;
    'promise show --lang') values='en ru' ;;
    'promise take --lang') values='en ru' ;;
    'bonus --lang') values='en ru' ;;
    'bonus show --lang') values='en ru' ;;
    'bonus history --lang') values='en ru' ;;
    'bonus spend --lang') values='en ru' ;;
    'offer --lang') values='en ru' ;;
    'offer list --lang') values='en ru' ;;
    'offer show --lang') values='en ru' ;;
    'offer accept --lang') values='en ru' ;;
    'news --lang') values='en ru' ;;
    'news list --lang') values='en ru' ;;
    'news show --lang') values='en ru' ;;
    'news subscribe --lang') values='en ru' ;;
    'news unsubscribe --lang') values='en ru' ;;
    'password --lang') values='en ru' ;;
    'password change --lang') values='en ru' ;;
    'password recover --lang') values='en ru' ;;
    'profile --lang') values='en ru' ;;
    'profile list --lang') values='en ru' ;;
    'profile use --lang') values='en ru' ;;
    'profile remove --lang') values='en ru' ;;
    'config --lang') values='en ru' ;;
    'config list --lang') values='en ru' ;;
    'config get --lang') values='en ru' ;;
    'config set --lang') values='en ru' ;;
    'doctor --lang') values='en ru' ;;
    'completion --lang') values='en ru' ;;
    'help --lang') values='en ru' ;;
    'sandbox --lang') values='en ru' ;;
    'sandbox start --lang') values='en ru' ;;
    'sandbox stop --lang') values='en ru' ;;
    'sandbox status --lang') values='en ru' ;;
    'sandbox reset --lang') values='en ru' ;;
    'sandbox clock --lang') values='en ru' ;;
    'sandbox clock show --lang') values='en ru' ;;
    'sandbox clock advance --lang') values='en ru' ;;
    'sandbox clock reset --lang') values='en ru' ;;
    'sandbox phone --lang') values='en ru' ;;
    'sandbox phone inbox --lang') values='en ru' ;;
    'sandbox phone send --lang') values='en ru' ;;
    'sandbox phone codes --lang') values='en ru' ;;
    'cabinet --lang') values='en ru' ;;
    'cabinet serve --tls-cert') values='@file' ;;
    'cabinet serve --tls-key') values='@file' ;;
    'cabinet serve --settings') values='@file' ;;
    'cabinet serve --acquirer-key-file') values='@file' ;;
    'cabinet serve --smpp-password-file') values='@file' ;;
    'cabinet serve --lang') values='en ru' ;;
    'cabinet migrate --lang') values='en ru' ;;
    'cabinet bill --settings') values='@file' ;;
    'cabinet bill --lang') values='en ru' ;;
    'cabinet verify --lang') values='en ru' ;;
    'cabinet messages --lang') values='en ru' ;;
    'block-sim --reason') values='lost stolen temporary' ;;
    'block-sim --lang') values='en ru' ;;
  esac
}

_lisa_takes_value() {
  case $1 in
    --profile | --server | --lang | --timeout | --fail-below | --from | --to | --type | --limit | --after | --out | --format | --dialect | --category | --reason | --search | --caller | --at | --for | --minutes | --number | --database | --listen | --tls-cert | --tls-key | --settings | --acquirer | --acquirer-key-file | --public-url | --smpp | --smpp-password-file | --until) return 0 ;;
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
