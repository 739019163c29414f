import Type from 'typebox';
import { operation } from '../operation.ts';
import {
  DryRunQuery,
  Id,
  LocalText,
  Money,
  MsisdnSchema,
  nullable,
  oneOf,
  PageQuery,
  pageOf,
  Timestamp,
  text,
} from '../schema.ts';
import { TRACE } from '../trace-mark.ts';

/** A melody of the ring-back tone catalogue; the price is for 30 days (R10). */
export const Melody = Type.Object({
  id: Id,
  title: LocalText,
  artist: LocalText,
  category: Id,
  category_name: LocalText,
  price: Money,
});

/** A melody by its id and names. */
export const MelodyRef = Type.Object({ id: Id, title: LocalText, artist: LocalText });

export const listMelodies = operation({
  id: 'listMelodies',
  method: 'GET',
  path: '/v1/melodies',
  summary: 'Catalogue of ring-back tones, by category and title',
  tag: 'tones',
  auth: 'session',
  query: Type.Object({
    search: Type.Optional(text({ minLength: 1, maxLength: 64 })),
    category: Type.Optional(text({ minLength: 1, maxLength: 32 }, 'id')),
    ...PageQuery,
  }),
  reply: pageOf(Melody),
  status: 200,
  errors: [],
});

export const MelodyCategory = Type.Object({
  id: Id,
  name: LocalText,
  /** How many melodies it holds, and what the cheapest and the dearest of them cost. */
  melodies: Type.Integer({ minimum: 1 }),
  price_from: Money,
  price_to: Money,
});

export const listMelodyCategories = operation({
  id: 'listMelodyCategories',
  method: 'GET',
  path: '/v1/melody-categories',
  summary: 'Categories of the catalogue of ring-back tones',
  tag: 'tones',
  auth: 'session',
  reply: Type.Object({ items: Type.Array(MelodyCategory) }),
  status: 200,
  errors: [],
});

const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', [TRACE]: 'closed' });

/** Who hears which melody (R10): a caller or everyone, all day or between two times of the line's region. */
export const ToneSetting = Type.Object({
  id: Id,
  melody: MelodyRef,
  /** Null for everyone. */
  caller: nullable(MsisdnSchema),
  /** Null for all day; a period may pass midnight. */
  from: nullable(TimeOfDay),
  to: nullable(TimeOfDay),
  /** R10: 1 caller and time, 2 caller, 3 time, 4 everyone. */
  priority: Type.Integer({ minimum: 1, maximum: 4 }),
});

/** A melody that the line has or a setting plays. It is heard while the tone service is active and `state` is. */
export const LineMelody = Type.Object({
  melody: MelodyRef,
  price: Money,
  state: oneOf('active', 'paused', 'ended'),
  acquired_at: Timestamp,
  paid_until: Timestamp,
  /** Whether it is paid for again by itself (R10). */
  renews: Type.Boolean(),
  gift: Type.Boolean(),
});

export const StatusMessage = Type.Object({ id: Id, name: LocalText, text: LocalText });

export const CurrentStatus = Type.Object({
  message: StatusMessage,
  set_at: Timestamp,
  /** Null until it is cleared. */
  until: nullable(Timestamp),
});

export const getTones = operation({
  id: 'getTones',
  method: 'GET',
  path: '/v1/tones',
  summary: 'The tone service of the line: melodies, who hears which, status message',
  tag: 'tones',
  auth: 'session',
  query: Type.Object({ caller: Type.Optional(MsisdnSchema), at: Type.Optional(TimeOfDay) }),
  reply: Type.Object({
    service: Type.Object({
      state: oneOf('off', 'active', 'paused'),
      daily_fee: Money,
      connected_at: nullable(Timestamp),
      next_fee_at: nullable(Timestamp),
      paused_since: nullable(Timestamp),
    }),
    melodies: Type.Array(LineMelody),
    /** In the order of R10: what comes first wins. */
    settings: Type.Array(ToneSetting),
    status: nullable(CurrentStatus),
    /** What `caller` (or somebody in no setting) hears now, or when the region's clocks next show `at`. */
    playing: Type.Object({
      kind: oneOf('ordinary', 'melody', 'status'),
      melody: nullable(MelodyRef),
      /** The setting that wins. */
      setting: nullable(Id),
      message: nullable(StatusMessage),
    }),
  }),
  status: 200,
  errors: [],
});

/**
 * Sets a melody for a caller or everyone, all day or for a period; what stood there before is replaced. A melody that
 * is not paid for is bought for 30 days; the first tone connects the service (R10).
 */
export const setTone = operation({
  id: 'setTone',
  method: 'POST',
  path: '/v1/tones',
  summary: 'Set a melody',
  tag: 'tones',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  body: Type.Object(
    {
      melody: text({ minLength: 1, maxLength: 64 }, 'id'),
      caller: Type.Optional(MsisdnSchema),
      from: Type.Optional(TimeOfDay),
      to: Type.Optional(TimeOfDay),
      /** By default a melody renews itself, one that was paid already too. */
      renews: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({
    setting: ToneSetting,
    /** The other melody that stood there; without a setting of its own it does not renew any more. */
    replaced: nullable(Type.Object({ melody: MelodyRef, renews: Type.Boolean(), paid_until: Timestamp })),
    /** What was taken now: zero for a melody that is paid already. */
    price: Money,
    paid_until: Timestamp,
    renews: Type.Boolean(),
    /** What the melody costs when it renews. */
    renewal_price: Money,
    /** While the service is paused for want of money no melody is heard, until a top-up. */
    tone_service: oneOf('active', 'paused'),
    connects_service: Type.Boolean(),
    daily_fee: Money,
    next_fee_at: nullable(Timestamp),
    balance_before: Money,
    balance_after: Money,
  }),
  status: 201,
  errors: [
    'tone_not_found',
    'tone_period_invalid',
    'tone_settings_full',
    'insufficient_funds',
    'line_blocked',
    'line_disconnected',
  ],
});

/** A melody that nobody hears any more does not renew itself. */
export const removeTone = operation({
  id: 'removeTone',
  method: 'DELETE',
  path: '/v1/tones/{setting}',
  summary: 'Remove a setting',
  tag: 'tones',
  auth: 'session',
  mutation: true,
  params: Type.Object({ setting: Type.String({ format: 'uuid' }) }),
  query: DryRunQuery,
  reply: Type.Object({ setting: ToneSetting, renews: Type.Boolean(), paid_until: Timestamp }),
  status: 200,
  errors: ['tone_setting_not_found'],
});

/** Nothing is charged any more, no melody renews; settings stay, and melodies that are paid until their time is over. */
export const disableTones = operation({
  id: 'disableTones',
  method: 'POST',
  path: '/v1/tones/off',
  summary: 'Switch the tone service off',
  tag: 'tones',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  reply: Type.Object({
    state: oneOf('off', 'active', 'paused'),
    /** Those that are paid still. */
    melodies: Type.Array(LineMelody),
  }),
  status: 200,
  errors: ['tone_service_off'],
});

export const listStatusMessages = operation({
  id: 'listStatusMessages',
  method: 'GET',
  path: '/v1/status-messages',
  summary: 'Status messages that callers can hear, and the one that is set',
  tag: 'tones',
  auth: 'session',
  reply: Type.Object({ items: Type.Array(StatusMessage), current: nullable(CurrentStatus) }),
  status: 200,
  errors: [],
});

/** Callers hear it instead of a melody. Needs the tone service. */
export const setStatusMessage = operation({
  id: 'setStatusMessage',
  method: 'PUT',
  path: '/v1/tones/status',
  summary: 'Set a status message',
  tag: 'tones',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  body: Type.Object(
    {
      message: text({ minLength: 1, maxLength: 64 }, 'id'),
      /** Minutes after which it clears itself. */
      minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 43_200 })),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({
    current: CurrentStatus,
    /** While the service is paused for want of money no message is heard, until a top-up. */
    tone_service: oneOf('active', 'paused'),
  }),
  status: 200,
  errors: ['status_message_not_found', 'tone_service_required', 'line_blocked', 'line_disconnected'],
});

/** Clearing what is not set is a success. */
export const clearStatusMessage = operation({
  id: 'clearStatusMessage',
  method: 'DELETE',
  path: '/v1/tones/status',
  summary: 'Clear the status message',
  tag: 'tones',
  auth: 'session',
  mutation: true,
  query: DryRunQuery,
  reply: Type.Object({
    /** What was set; null when nothing was. */
    cleared: nullable(CurrentStatus),
  }),
  status: 200,
  errors: [],
});
