import type { slip as source } from '../en/slip.ts';
import type { Message } from '../translate.ts';

/** Receipt printers print code page 866: it has neither dashes nor «quotes». */
export const slip: Record<keyof typeof source, Message> = {
  'slip.title': 'Личный кабинет ЛИСА',
  'slip.subtitle': 'Данные для первого входа',
  'slip.contract': 'Договор',
  'slip.holder': 'Абонент',
  'slip.tariff': 'Тариф',
  'slip.office': 'Офис',
  'slip.issued': 'Выдано',
  'slip.logins': 'Для входа подойдёт любой из логинов:',
  'slip.account': 'Лицевой счёт',
  'slip.network-login': 'Сетевой логин',
  'slip.number': 'Номер телефона',
  'slip.password': 'Одноразовый пароль',
  'slip.valid': 'Для одного входа, до {until}',
  'slip.steps': 'Как войти',
  'slip.step-command': 'На компьютере с программой lisa наберите:',
  'slip.step-password': 'Введите логин и одноразовый пароль. Дефисы и большие буквы не важны.',
  'slip.step-own': 'Придумайте свой пароль: после этого кабинет откроется.',
  'slip.forgotten':
    'Забыли пароль? Отправьте с этого номера пустое SMS на 1070, придёт новый одноразовый. Для номеров организаций - в офисе.',
  'slip.secret': 'Никому не показывайте эту памятку. Сотрудники никогда не спрашивают пароль.',
};
