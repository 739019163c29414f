import type { help as source } from '../en/help.ts';
import type { Message } from '../translate.ts';

export const help: Record<keyof typeof source, Message> = {
  'help.summary': 'Справка о команде или по теме',
  'help.topic': 'Справка по теме',
  'help.words': 'Тема (environment, exit-codes, output, scripting, security) или слова команды',
  'help.unknown': 'Справки «{words}» нет.',
  'help.topics': 'Темы: environment, exit-codes, output, scripting, security. Команды: lisa --help',

  'section.start': 'Начало:',
  'section.line': 'Ваш номер:',
  'section.tool': 'Программа:',
  'section.operator': 'Сторона оператора:',

  'completion.summary': 'Вывести сценарий автодополнения для оболочки',
  'completion.description':
    'Выводит сценарий, который по Tab дополняет команды, параметры и значения. Он статичен: нажатие Tab не запускает программу.',
  'completion.shell': 'Оболочка',
  'completion.install.bash': 'Подключить: lisa completion bash >> ~/.bashrc',
  'completion.install.zsh': 'Подключить: lisa completion zsh > _lisa в каталоге из $fpath, до compinit',
  'completion.install.fish': 'Подключить: lisa completion fish > ~/.config/fish/completions/lisa.fish',
  'completion.install.powershell': 'Подключить: lisa completion powershell >> $PROFILE',

  'topic.exit-codes': 'Каждая команда завершается одним из этих кодов; от версии к версии они не меняются.',
  'exit.done': 'сделано',
  'exit.failed': 'не удалось, в том числе по непредвиденной причине',
  'exit.usage': 'неверный вызов: нет такой команды или параметра, плохое значение, нехватка или лишнее слово',
  'exit.refused':
    'отказ по правилам кабинета: не хватает денег, слишком рано, неверное кодовое слово и так далее',
  'exit.login': 'нужен вход: его не было, сеанс простоял, истёк или отозван, или надо сменить пароль',
  'exit.input': 'нужен ответ, а терминала, чтобы спросить, нет',
  'exit.partial': 'пакет обработан, но с некоторыми строками не получилось',
  'exit.unreachable': 'кабинет не ответил: имя, отказ, время, TLS или прокси; можно повторить',
  'exit.below': 'баланс ниже --fail-below',
  'exit.interrupted': 'прервано (Ctrl-C)',

  'topic.environment': 'Переменные окружения. Пустая переменная считается незаданной.',
  'topic.precedence':
    'Параметр важнее переменной, переменная важнее профиля, профиль важнее значения по умолчанию. ' +
    'Откуда взято каждое значение, покажет lisa config list.',
  'variable.LISA_TOKEN': 'токен на этот запуск; сохранённые данные входа и хранилище ключей не трогаются',
  'variable.LISA_SERVER': 'адрес кабинета, как --server',
  'variable.LISA_PROFILE': 'профиль, как --profile',
  'variable.LISA_LANG': 'язык текстов, ru или en, как --lang',
  'variable.LISA_NO_INPUT': 'ничего не спрашивать, как --no-input',
  'variable.LISA_DEBUG': 'рассказывать, что отправлено и получено, как --debug',
  'variable.LISA_TRACE':
    'файл для трассы каждой команды, которая что-то отправляет, как --trace; следующая команда его заменит',
  'variable.LISA_SECRET_STORE':
    'где хранить данные входа: keychain (по умолчанию) или file, зашифрованный файл',
  'variable.LISA_STORE_PASSPHRASE': 'парольная фраза зашифрованного файла',
  'variable.LISA_CONFIG_DIR': 'каталог настроек',
  'variable.LISA_DATA_DIR': 'каталог данных: песочница и зашифрованный файл',
  'variable.LISA_TIMEOUT': 'сколько секунд ждать ответа кабинета, как --timeout',
  'variable.LISA_DATABASE_URL': 'адрес базы данных, как --database у lisa cabinet',
  'variable.HTTPS_PROXY': 'прокси на пути к кабинету',
  'variable.NO_PROXY': 'узлы, к которым прокси не нужен',
  'variable.NO_COLOR': 'без цвета, как --no-color; сильнее FORCE_COLOR',
  'variable.FORCE_COLOR': 'цвет и при перенаправлении вывода',
  'variable.TERM': '«dumb» означает: без цвета',
  'variable.COLUMNS': 'ширина справки',
  'variable.CI': 'в автоматическом запуске ничего не спрашивается',
  'variable.LC_ALL': 'язык, если не задан LISA_LANG: русский для ru*, иначе английский',
  'variable.LC_MESSAGES': 'то же, после LC_ALL',
  'variable.LC_CTYPE': 'принимает ли терминал UTF-8: после LC_ALL, перед LANG',
  'variable.LANG': 'то же, после LC_MESSAGES',
  'variable.XDG_CONFIG_HOME': 'где лежат настройки, если не задан LISA_CONFIG_DIR',
  'variable.XDG_DATA_HOME': 'где лежат данные, если не задан LISA_DATA_DIR',
  'variable.APPDATA': 'то же в Windows: настройки',
  'variable.LOCALAPPDATA': 'то же в Windows: данные',
  'variable.NODE_EXTRA_CA_CERTS': 'файл PEM с центрами сертификации, которым доверять сверх обычных',
  'variable.NODE_TLS_REJECT_UNAUTHORIZED': '0 не принимается: сертификаты проверяются всегда',

  'topic.output':
    'В стандартный вывод идут только данные. Вопросы, замечания, ход работы и ошибки — в поток ошибок.\n' +
    '\n' +
    'Терминал получает таблицы на вашем языке. При перенаправлении вывода — по записи в строке через табуляцию, с постоянными ' +
    'кодами вместо слов и без заголовка. С --json выводится один объект; первый ключ в нём — «schema», и он ' +
    'одинаков для любого языка и часового пояса. Деньги — десятичная строка с валютой, время — ISO 8601 со ' +
    'смещением.\n' +
    '\n' +
    'При неудаче с --json стандартный вывод пуст, а в поток ошибок пишется один объект: «code» постоянен, ' +
    '«message» — для человека.\n' +
    '\n' +
    'Цвет — для терминала: его выключают --no-color, NO_COLOR и TERM=dumb, включает FORCE_COLOR.',
  'topic.scripting':
    'Сценарию нужны --json или простой вывод в канал и код завершения (lisa help exit-codes).\n' +
    '\n' +
    'Без терминала вопросы не задаются: вместо вопроса — код 5 и название параметра, который на него ' +
    'отвечает. На терминале то же делает --no-input. С --yes изменение делается без вопроса, --dry-run только ' +
    'показывает его и ничего не меняет.\n' +
    '\n' +
    'Данные входа берутся из LISA_TOKEN или остаются от lisa login. Сеанс завершается через 15 минут без ' +
    'действий; тогда сценарий получает код 4.\n' +
    '\n' +
    'После кода 7 можно повторить. Если на изменение не пришёл ответ, в ошибке стоит outcome_unknown: тогда ' +
    'сначала проверьте, сделано ли оно, — подсказка называет команду.\n' +
    '\n' +
    "  lisa balance --json | jq -r '.balance.amount'\n" +
    '  lisa balance --fail-below 100 || echo "пора пополнить"\n' +
    '  lisa detail export --from 2026-09-01 --to 2026-09-30 --out - | wc -l',
  'topic.security':
    'Токен сеанса хранится в хранилище ключей операционной системы. Если его нет, вход прекращается и говорит ' +
    'об этом; LISA_SECRET_STORE=file выбирает вместо него файл, зашифрованный парольной фразой, а где он ' +
    'лежит, показывает lisa status.\n' +
    '\n' +
    'Пароли и кодовые слова никогда не передаются параметрами: командные строки видны другим пользователям ' +
    'машины. Их вводят без отображения или читают с --password-stdin.\n' +
    '\n' +
    'Сеанс завершается через 15 минут без действий и в любом случае через 12 часов. Смена пароля завершает ' +
    'все остальные сеансы. Потеряли телефон: lisa sim block.\n' +
    '\n' +
    'Связь с кабинетом — только по TLS, кроме этой же машины; перенаправления не выполняются. --debug не ' +
    'показывает ни токенов, ни паролей.',
};
