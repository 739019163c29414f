import type { replay as source } from '../en/replay.ts';
import type { Message } from '../translate.ts';

export const replay: Record<keyof typeof source, Message> = {
  'replay.title': 'Отправить запросы из трассы ещё раз и показать, что изменилось',
  'replay.description':
    'Читает трассу, записанную ключом --trace, отправляет её запросы ещё раз от имени того, кто сейчас вошёл, и ' +
    'сравнивает ответы поле за полем. В любой кабинет уходят только чтения (GET); всё остальное, даже пробный запуск, — ' +
    'только в песочницу на этой машине и с новым ключом идемпотентности. Вход и запросы, в которых что-то скрыто ' +
    '(пароли, номера), не повторяются.\n' +
    '\n' +
    'Не сравниваются: дата и время, request_id, next, UUID и курсоры, скрытые значения. Номера и лицевые счета ' +
    'сравниваются по своим обозначениям.\n' +
    '\n' +
    'Код завершения 0: все отправленные запросы дали то же самое. 1: что-то отличается или отправить было нечего.',
  'replay.file': 'Файл трассы',
  'replay.sending': 'Отправка',
  'replay.request': 'Запрос',
  'replay.result': 'Итог',
  'replay.field': 'Поле',
  'replay.recorded': 'Было',
  'replay.now': 'Сейчас',
  'replay.same': 'то же самое',
  'replay.different': 'отличается',
  'replay.skipped': 'не отправлен',
  'replay.skip-unknown': 'неизвестен',
  'replay.skip-login': 'вход',
  'replay.skip-control': 'песочница',
  'replay.skip-personal': 'скрыто',
  'replay.skip-write': 'изменение',
  'replay.why-unknown': 'Неизвестен: эта версия lisa не знает такого запроса.',
  'replay.why-login': 'Вход: вход и выход не повторяются.',
  'replay.why-control': 'Песочница: её часы и телефоны при повторе не трогаются.',
  'replay.why-personal': 'Скрыто: пароля или номера из запроса в трассе нет.',
  'replay.why-write':
    'Изменение: отправляется только в песочницу на этой машине. Запустите lisa sandbox start и добавьте --profile sandbox.',
  'replay.summary': 'То же самое: {same}, отличается: {different}, не отправлено: {skipped}.',
  'replay.empty': 'В этой трассе нет ни одного запроса.',
  'replay.unreadable': 'Не удалось прочитать {file} ({detail}).',
  'replay.same-file': 'Запросы берутся из {file}: укажите в {flag} другой файл.',
  'replay.not_json': '{file} — не трасса: это не JSON, или файл обрезан.',
  'replay.not_har': '{file} — не трасса: это не файл HAR.',
  'replay.foreign':
    'Файл {file} создан программой {creator}. Повторяются только трассы lisa: в них нет секретов.',
  'replay.damaged': '{file} — трасса lisa, но файл изменён или повреждён.',
  'replay.bad-hint': 'Записать трассу: lisa КОМАНДА --trace ФАЙЛ.har',
};
