import type { news as source } from '../en/news.ts';
import type { Message } from '../translate.ts';

export const news: Record<keyof typeof source, Message> = {
  'news.group': 'Новости: список, чтение, подписка',
  'news.list': 'Перечислить новости, новые сверху',
  'news.limit': 'Сколько показать (20)',
  'news.after': 'Показать то, что было раньше этой новости: её код',
  'news.none': 'Новостей нет.',
  'news.show': 'Прочитать новость',
  'news.operand': 'Код или заголовок новости, как в lisa news list',
  'news.which': 'Какую новость показать?',
  'news.subscribe': 'Получать новости по SMS',
  'news.subscribe-description':
    'Получать по SMS новости вашего региона и всей сети. Бесплатно; повторная подписка ничего не меняет.',
  'news.subscribe-question': 'Получать новости по SMS?',
  'news.unsubscribe': 'Больше не получать новости по SMS',
  'news.unsubscribe-question': 'Больше не получать новости по SMS?',
  'news.published': 'Дата',
  'news.title': 'Новость',
  'news.by-sms': 'Новости по SMS',
  'news.by-sms-on': 'приходят',
  'news.by-sms-off': 'не приходят',
  'news.since': 'С',
  'news.more': 'Что было раньше: lisa news list --after {id}',
  'news.next-show': 'Прочитать: lisa news show НОВОСТЬ',
  'news.next-subscribe': 'Получать по SMS: lisa news subscribe',
  'news.next-unsubscribe': 'Новости приходят по SMS; отписаться: lisa news unsubscribe',
  'news.next-list': 'Читать новости: lisa news list',
};
