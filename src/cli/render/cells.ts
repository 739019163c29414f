import type { ReplyOf } from '../../contract/operation.ts';
import type { getAccount, getBalance } from '../../contract/operations/account.ts';
import type { listGifts } from '../../contract/operations/gifts.ts';
import type { listOffers } from '../../contract/operations/offers.ts';
import type { getPayment } from '../../contract/operations/payments.ts';
import type { listServices } from '../../contract/operations/services.ts';
import type { getTones } from '../../contract/operations/tones.ts';
import type { MessageKey } from '../../messages/index.ts';
import type { Kopecks } from '../../shared/money.ts';
import { fromWire, type WireMoney } from '../../shared/money.ts';
import type { Cell, Status } from './result.ts';

type LineState = ReplyOf<typeof getBalance>['state'];
type ServiceState = ReplyOf<typeof listServices>['items'][number]['state'];
type OfferState = ReplyOf<typeof listOffers>['items'][number]['state'];
type GiftState = ReplyOf<typeof listGifts>['items'][number]['state'];
type PaymentState = ReplyOf<typeof getPayment>['payment']['state'];
type MelodyState = ReplyOf<typeof getTones>['melodies'][number]['state'];
type ToneService = ReplyOf<typeof getAccount>['tone_service'];
type FeeState = ReplyOf<typeof getAccount>['fees'][number]['state'];

const LINE_STATUS: Record<LineState, Status> = { active: 'good', blocked: 'bad', disconnected: 'bad' };
const GIFT_STATUS: Record<GiftState, Status> = {
  pending: 'warning',
  accepted: 'good',
  refused: 'bad',
  expired: 'bad',
};
const FEE_STATUS: Record<FeeState, Status> = { active: 'good', paused: 'warning', blocked: 'warning' };
const SERVICE_STATUS: Record<ServiceState, Status> = { off: 'neutral', active: 'good', paused: 'warning' };
const OFFER_STATUS: Record<OfferState, Status> = { open: 'good', accepted: 'neutral', expired: 'bad' };
const TONE_STATUS: Record<ToneService, Status> = { off: 'neutral', active: 'good', paused: 'warning' };

const PAYMENT_STATUS: Record<PaymentState, Status> = {
  pending: 'neutral',
  authorized: 'neutral',
  captured: 'good',
  declined: 'bad',
  cancelled: 'bad',
  unknown: 'warning',
};

const FINDING_STATUS: Record<'ok' | 'warn' | 'problem', Status> = {
  ok: 'good',
  warn: 'warning',
  problem: 'bad',
};

const MELODY_STATUS: Record<MelodyState, Status> = { active: 'good', paused: 'warning', ended: 'neutral' };

const status = (code: string, label: MessageKey, status: Status): Cell => ({
  kind: 'word',
  code,
  label,
  status,
});

/** Makers of cells, so that a command reads like the table it shows. */
export const cell = {
  text: (text: string | null): Cell => (text === null ? { kind: 'none' } : { kind: 'text', text }),
  word: (code: string, label: MessageKey): Cell => ({ kind: 'word', code, label }),
  /** A name in the reader's language; a pipe gets `code` (or the official, Russian name) in every language. */
  name: (code: string, shown: string): Cell => ({ kind: 'name', code, shown }),
  id: (id: string): Cell => ({ kind: 'id', id }),
  lineState: (state: LineState): Cell => status(state, `state.${state}`, LINE_STATUS[state]),
  simState: (state: LineState): Cell => status(state, `sim.state-${state}`, LINE_STATUS[state]),
  giftState: (state: GiftState): Cell => status(state, `gift-state.${state}`, GIFT_STATUS[state]),
  feeState: (state: FeeState): Cell => status(state, `account.fee-state-${state}`, FEE_STATUS[state]),
  serviceState: (state: ServiceState): Cell => status(state, `service.state-${state}`, SERVICE_STATUS[state]),
  offerState: (state: OfferState): Cell => status(state, `offer.state-${state}`, OFFER_STATUS[state]),
  toneService: (state: ToneService): Cell => status(state, `tone.service-${state}`, TONE_STATUS[state]),
  melodyState: (state: MelodyState): Cell => status(state, `tone.melody-${state}`, MELODY_STATUS[state]),
  paymentState: (state: PaymentState): Cell => status(state, `payment.state-${state}`, PAYMENT_STATUS[state]),
  finding: (level: keyof typeof FINDING_STATUS): Cell =>
    status(level, `doctor-level.${level}`, FINDING_STATUS[level]),
  money: (money: WireMoney): Cell => ({ kind: 'money', kopecks: fromWire(money) }),
  kopecks: (kopecks: Kopecks): Cell => ({ kind: 'money', kopecks }),
  /** The calendar day of a moment, where the time matters less than the width. */
  day: (at: string | null): Cell =>
    at === null ? { kind: 'none' } : { kind: 'instant', at: at.slice(0, 10) },
  instant: (at: string | null): Cell => (at === null ? { kind: 'none' } : { kind: 'instant', at }),
  msisdn: (msisdn: string): Cell => ({ kind: 'msisdn', msisdn }),
  volume: (amount: number, unit: 'second' | 'message' | 'byte' | 'item'): Cell => ({
    kind: 'volume',
    amount,
    unit,
  }),
  number: (value: number): Cell => ({ kind: 'number', value }),
  none: { kind: 'none' } as Cell,
};
