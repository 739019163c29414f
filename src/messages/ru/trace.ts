import type { trace as source } from '../en/trace.ts';
import type { Message } from '../translate.ts';

export const trace: Record<keyof typeof source, Message> = {
  'trace.saved': 'Трасса сохранена: {file}',
  'trace.failed': 'Не удалось записать трассу в {file} ({detail}).',
  'trace.not-replaced': 'Файл {file} уже есть, и это не трасса, поэтому он остался как был.',
  'trace.other-file': 'Укажите в --trace (или LISA_TRACE) другой файл. В кабинет ничего не отправлено.',
  'trace.no-file': '{flag}: нужно имя файла, стандартный вывод — для данных.',
};
