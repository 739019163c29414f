import type { sandbox as source } from '../en/sandbox.ts';
import type { Message } from '../translate.ts';

export const sandbox: Record<keyof typeof source, Message> = {
  'sandbox.group': 'Собственный кабинет с вымышленными абонентами',
  'sandbox.clock-group': 'Календарь песочницы',
  'sandbox.start-summary': 'Запустить песочницу или найти уже запущенную',
  'sandbox.start-description':
    'Запускает в фоне кабинет на этой машине, заполненный вымышленными абонентами. Становится текущим профилем, если другого нет.',
  'sandbox.stop-summary': 'Остановить песочницу; данные останутся',
  'sandbox.status-summary': 'Показать, работает ли песочница и где',
  'sandbox.reset-summary': 'Забыть всё, что есть в песочнице, и начать заново',
  'sandbox.reset-description':
    'Все данные и календарь песочницы будут забыты и созданы заново. Все сеансы в ней закончатся.',
  'sandbox.reset-question': 'Забыть всё, что есть в песочнице?',
  'sandbox.sessions-gone': 'Песочница как новая. Войдите снова: lisa login',
  'sandbox.clock-show-summary': 'Показать время в песочнице',
  'sandbox.clock-advance-summary': 'Перевести время в песочнице вперёд',
  'sandbox.advancing': 'Перевожу время',
  'sandbox.clock-advance-description':
    'Переводит время в песочнице вперёд и делает всё, чему по пути приходит срок: плата, подарки, обещанные платежи, бонусы. Отсчёт идёт от последнего действия абонента, если оно было меньше минуты назад, и дальше время стоит до следующего действия: через 14m59s после входа сеанс ещё действует, через 15m1s — уже нет.',
  'sandbox.clock-reset-summary': 'Вернуть в песочницу настоящее время',
  'sandbox.duration': 'На сколько: 30d, 15m, 1h30m, 14m59s; не больше десяти лет',
  'sandbox.bad-duration': '«{value}» — не промежуток времени вроде 30d, 15m или 1h30m (до десяти лет).',

  'sandbox.starting': 'Запускаю песочницу',
  'sandbox.step-opening': 'Открываю песочницу…',
  'sandbox.step-migrating': 'Создаю таблицы…',
  'sandbox.step-seeding': 'Придумываю абонентов и полгода их звонков…',
  'sandbox.step-listening': 'Песочница готова.',
  'sandbox.exited': 'Песочница завершилась при запуске. Конец журнала {log}:\n  {tail}',
  'sandbox.timeout': 'Песочница не ответила вовремя. Конец журнала {log}:\n  {tail}',
  'sandbox.failed-hint': 'Создать её заново: lisa sandbox reset',
  'sandbox.not-running': 'Песочница не запущена.',
  'sandbox.was-not-running': 'Она и не работала.',
  'sandbox.start-hint': 'Запустить: lisa sandbox start',
  'sandbox.log-in': 'Войти: lisa login {login} (пароль {password})',
  'sandbox.log-in-profile':
    'Текущий профиль другой. Войти: lisa login {login} --profile sandbox (пароль {password})',

  'sandbox.state-running': 'работает',
  'sandbox.state-starting': 'запускается',
  'sandbox.state-stopped': 'остановлена',
  'sandbox.url': 'Адрес',
  'sandbox.pid': 'Процесс',
  'sandbox.data-dir': 'Данные',
  'sandbox.started-at': 'Запущена',
  'sandbox.now': 'Время в песочнице',
  'sandbox.offset': 'Опережает настоящее',

  'authenticator.summary': 'Показать одноразовый код сотрудника песочницы',
  'authenticator.description':
    'Вместо приложения с кодами на телефоне сотрудника: показывает первый код, который ещё не использован.',
  'authenticator.code': 'Код',
  'authenticator.usable': 'Можно ввести',
  'authenticator.now': 'сейчас',
  'authenticator.later': 'через {seconds} с',
  'authenticator.valid-for': 'Действует',
  'authenticator.seconds': '{seconds} с',
  'authenticator.wait': {
    one: 'Последние коды уже использованы: подождите {count} секунду.',
    few: 'Последние коды уже использованы: подождите {count} секунды.',
    many: 'Последние коды уже использованы: подождите {count} секунд.',
    other: 'Последние коды уже использованы: подождите {count} секунды.',
  },
};
