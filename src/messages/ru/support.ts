import type { support as source } from '../en/support.ts';
import type { Message } from '../translate.ts';

export const support: Record<keyof typeof source, Message> = {
  'support.group': 'Что помогает поддержке разобраться в сбое',
  'support.bundle.summary': 'Собрать нужное поддержке в один файл zip',
  'support.bundle.description':
    'Версии, отчёт доктора, настройки и откуда они взяты, последний отчёт об ошибке и последняя трасса. Паролей, токенов, кодовых слов, номеров и имён в нём нет. Прежде чем спросить согласия, всё показывается целиком; --dry-run показывает и ничего не пишет. Файл доступен только вам.',
  'support.out': 'Имя файла; по умолчанию lisa-support-ДАТА.zip',
  'support.attach': 'Эта трасса (её делает --trace) вместо последней',
  'support.without-trace': 'Не класть трассу',
  'support.force': 'Заменить файл с таким именем',
  'support.collecting': 'Сбор',
  'support.file': 'Файл',
  'support.size': 'Размер',
  'support.question': 'Записать всё это в {file}?',
  'support.written':
    'Записано: {file}, байт: {bytes}. Взгляните на него ещё раз и приложите к письму в поддержку.',
  'support.nothing-written': 'Ничего не записано.',
  'support.bad-trace': '{file} — не трасса lisa, которую можно прочесть ({detail}).',
  'support.bad-trace-hint': 'Сделайте её так: lisa КОМАНДА --trace ФАЙЛ.har',
};
