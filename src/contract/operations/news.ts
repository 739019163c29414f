import Type from 'typebox';
import { operation } from '../operation.ts';
import { DryRunQuery, Id, LocalText, nullable, PageQuery, pageOf, Timestamp, text } from '../schema.ts';

export const NewsItem = Type.Object({
  id: Id,
  published_at: Timestamp,
  title: LocalText,
  body: LocalText,
});

/** R15: opt-in. */
export const NewsSubscription = Type.Object({ subscribed: Type.Boolean(), since: nullable(Timestamp) });

export const listNews = operation({
  id: 'listNews',
  method: 'GET',
  path: '/v1/news',
  summary: 'News of the region of the line and of all regions, newest first',
  tag: 'news',
  auth: 'session',
  query: Type.Object(PageQuery),
  reply: pageOf(NewsItem),
  status: 200,
  errors: [],
});

export const getNews = operation({
  id: 'getNews',
  method: 'GET',
  path: '/v1/news/{news}',
  summary: 'One piece of news',
  tag: 'news',
  auth: 'session',
  params: Type.Object({ news: text({ minLength: 1, maxLength: 64 }, 'id') }),
  reply: NewsItem,
  status: 200,
  errors: ['news_not_found'],
});

export const getNewsSubscription = operation({
  id: 'getNewsSubscription',
  method: 'GET',
  path: '/v1/news-subscription',
  summary: 'Whether news come by SMS',
  tag: 'news',
  auth: 'session',
  reply: NewsSubscription,
  status: 200,
  errors: [],
});

/** Subscribing again changes nothing and is a success. */
export const subscribeToNews = operation({
  id: 'subscribeToNews',
  method: 'PUT',
  path: '/v1/news-subscription',
  summary: 'Subscribe to the news',
  tag: 'news',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  reply: NewsSubscription,
  status: 200,
  errors: ['line_disconnected'],
});

export const unsubscribeFromNews = operation({
  id: 'unsubscribeFromNews',
  method: 'DELETE',
  path: '/v1/news-subscription',
  summary: 'Unsubscribe from the news',
  tag: 'news',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  reply: NewsSubscription,
  status: 200,
  errors: [],
});
