import type { staff as source } from '../en/staff.ts';
import type { Message } from '../translate.ts';

export const staff: Record<keyof typeof source, Message> = {
  'staff.which': 'Логин сотрудника:',
  'staff.code': 'Одноразовый код:',
  'staff.code-if-any': 'Одноразовый код (при первом входе просто Enter):',
  'staff.bad-code': 'В одноразовом коде шесть цифр.',
  'staff.wrong-credentials': 'Неверный логин, пароль или одноразовый код — или код уже использован.',
  'staff.forgotten':
    'Забыли пароль или потеряли приложение с кодами? Поможет администратор: lisa staff member reset ЛОГИН',
  'staff.ended-hint':
    'На терминале: lisa login --staff --profile {profile}. В сценарии: LISA_TOKEN или lisa login --staff --password-stdin',
  'staff.enrol-needs-terminal': 'Первый вход {login} возможен только на терминале: там показывается QR-код.',
  'staff.enrol-needs-terminal-hint': 'На терминале: lisa login --staff. Первый пароль ещё действует.',
  'staff.enrol-password': 'Это первый вход. Придумайте свой пароль.',
  'staff.password-rules':
    'Пароль — от 8 до 64 латинских букв, цифр и знаков, среди них цифра и заглавная буква; логина в нём быть не должно.',
  'staff.enrol-scan':
    'Отсканируйте код приложением для одноразовых паролей или введите в него ключ. Никому их не показывайте.',
  'staff.enrol-code': 'Код, который сейчас показывает приложение:',
  'staff.enrol-later': 'Пока ничего не настроено. Войдите снова с тем же первым паролем: lisa login --staff',
  'staff.enrol-unknown-hint':
    'Попробуйте новый пароль и код из приложения: lisa login --staff. Если они не подойдут, первый пароль ещё действует.',
  'staff.login': 'Логин',
  'staff.name': 'Имя',
  'staff.role': 'Роль',
  'staff.office': 'Офис',
  'staff.next-issuer': 'Дальше: lisa staff issue',
  'staff.next-support': 'Дальше: lisa staff subscriber find ЗАПРОС',
  'staff.next-auditor': 'Дальше: lisa staff audit list',
  'staff.next-administrator': 'Дальше: lisa staff member list',
  'staff-role.issuer': 'выдача',
  'staff-role.support': 'поддержка',
  'staff-role.auditor': 'аудитор',
  'staff-role.administrator': 'администратор',

  'staff.reason': 'Причина (попадёт в журнал аудита):',
  'staff.bad-reason': 'Причина — от {shortest} до {longest} знаков.',
  'view.reason-alone': '--reason указывают вместе с --as НОМЕР.',
  'view.reason-missing': 'Вместе с --as нужна причина: --reason ПРИЧИНА. Она попадёт в журнал аудита.',
  'view.nobody': 'После --as нужен номер, лицевой счёт или логин абонента.',
  'view.banner': 'Вы видите то же, что абонент {subscriber}. Это записывается.',
};
