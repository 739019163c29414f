import type { session as source } from '../en/session.ts';
import type { Message } from '../translate.ts';

export const session: Record<keyof typeof source, Message> = {
  'prompt.yes-words': 'д да y yes',
  'prompt.hidden': '[ввод не виден]',
  'prompt.keys': '↑↓ — выбор, Enter — готово',
  'prompt.yes-no': '(д/Н)',
  'error.input-ended': 'Ввод закончился раньше ответа.',
  'error.tls-unverified':
    'NODE_TLS_REJECT_UNAUTHORIZED=0 отключает проверку сертификатов. Так lisa ничего не отправляет.',

  'session.not-logged-in': 'Вход не выполнен (профиль {profile}).',
  'session.not-logged-in-hint': 'Войти: lisa login --profile {profile}. Кабинета ещё нет? lisa sandbox start',
  'session.no-server': 'LISA_TOKEN задан, а кабинет — нет. Укажите его в LISA_SERVER или --server.',
  'session.token-refused': 'Кабинет не принимает LISA_TOKEN.',
  'session.token-refused-hint': 'Задайте свежий LISA_TOKEN или уберите его и войдите: lisa login',
  'session.ended-idle': 'Сеанс профиля {profile} завершён: им слишком долго не пользовались.',
  'session.ended-expired': 'Сеанс профиля {profile} достиг предельной длительности.',
  'session.ended-revoked': 'Сеанс профиля {profile} завершён кабинетом.',
  'session.ended-hint':
    'В терминале: lisa login --profile {profile}. В сценарии: LISA_TOKEN или lisa login --password-stdin',
  'session.again-idle': 'Прошло 15 минут без действий, сеанс завершён.',
  'session.again-expired': 'Сеанс достиг предельной длительности.',
  'session.again-revoked': 'Сеанс завершён кабинетом.',
  'session.password-of': 'Пароль ({profile}):',

  'store.passphrase': 'Парольная фраза файла с учётными данными:',
  'store-problem.unavailable': 'Здесь нет связки ключей, чтобы хранить сеанс.',
  'store-problem.timeout':
    'Связка ключей не ответила за {seconds} с. Возможно, она заблокирована и ждёт ответа, которого никто не видит.',
  'store-problem.locked': 'Связка ключей заблокирована, и никто её не разблокировал.',
  'store-problem.failed': 'Связка ключей отказала: {reason}.',
  'store-problem.wrong_passphrase': 'Эта парольная фраза не открывает {file}.',
  'store-problem.exposed': 'Файл {file} могут прочитать другие, поэтому он не используется.',
  'store-problem.corrupt': '{file} — не файл учётных данных lisa.',
  'store-problem.hint':
    'Разблокируйте связку ключей или храните сеанс в зашифрованном файле: LISA_SECRET_STORE=file. Сценариям — LISA_TOKEN.',
  'store-problem.file-hint':
    'Задайте верную LISA_STORE_PASSPHRASE, закройте файл от других (chmod 600) или удалите его: lisa logout',

  'config-problem.corrupt': 'Файл {file} не читается: ошибка в строке {line}.',
  'config-problem.corrupt-hint': 'В нём ничего не изменено. Исправьте его или уберите в сторону.',
  'config-problem.newer-hint': 'Обновите lisa или уберите файл в сторону.',
  'config-problem.machine-hint': 'lisa doctor найдёт причину.',
  'config-problem.newer': 'Файл {file} записан более новой версией lisa (вид {version}).',
  'config-problem.unreadable': 'Файл {file} не читается: {reason}.',
  'config-problem.unwritable': 'Файл {file} не записывается: {reason}.',
  'config-problem.busy': 'Файл {file} занят другим запуском lisa.',
  'config-problem.bad_value': '{source}: «{value}» не подходит. Ожидается: {expected}.',
};
