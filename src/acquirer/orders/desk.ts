import type { Clock, Random } from '../../shared/clock.ts';
import type { TestCard } from '../cards/test-cards.ts';
import type { Book } from './book.ts';
import type { OrderEvent } from './journal.ts';
import type { Language, Order } from './order.ts';
import { answerChallenge, atTime, cancel, capture, payByCard } from './rules.ts';

const REFERENCE_BYTES = 24;
const EVENT_BYTES = 16;

interface World {
  clock: Clock;
  random: Random;
}

export interface NewOrder {
  order: string;
  /** A decimal with two digits. */
  amount: string;
  language: Language;
  callbackUrl: string;
}

/** Everything that can happen to orders, at the time of the clock; a change of state is told through `tell`. */
export function openDesk(world: World, book: Book, tell: (event: OrderEvent) => void) {
  const { token, keep } = keeper(world, book, tell);
  const { clock } = world;

  function current(order: Order | undefined): Order | undefined {
    return order && keep(order, atTime(order, clock.now()));
  }

  /** Does something to an order that waits to be paid; any other order stays as it is. */
  function waiting(reference: string, change: (order: Order) => Order): Order | undefined {
    const order = current(book.findByReference(reference));
    return order?.state === 'created' ? keep(order, change(order)) : order;
  }

  return {
    find: (order: string) => current(book.find(order)),
    findByReference: (reference: string) => current(book.findByReference(reference)),

    /** A new order under an id that has none. */
    open(order: NewOrder): Order {
      return keep(undefined, {
        ...order,
        reference: token(REFERENCE_BYTES),
        createdAt: clock.now().toISOString(),
        state: 'created',
        brand: null,
        last4: null,
        declineReason: null,
        cancelledBy: null,
        challenge: null,
        losesCapture: false,
      });
    },

    /** Null when the order is not authorized. `answered` is false when the merchant must not hear of it. */
    capture(order: Order): { order: Order; answered: boolean } | null {
      const after = capture(order);
      if (after === null) return null;
      if (after === order) return { order, answered: true };
      return { order: keep(order, { ...after, losesCapture: false }), answered: !order.losesCapture };
    },

    /** A card is presented; not while a 3-D Secure step is under way. */
    pay: (reference: string, card: TestCard) =>
      waiting(reference, (order) => (order.challenge ? order : payByCard(order, card))),
    confirm: (reference: string, code: string) => waiting(reference, (order) => answerChallenge(order, code)),
    cancel: (reference: string) => waiting(reference, cancel),

    /** Cancels every order whose time has passed. */
    sweep(): void {
      for (const order of book.all()) current(order);
    },
  };
}

/** Keeps what becomes of orders, and tells the merchant of every new state. */
function keeper({ clock, random }: World, book: Book, tell: (event: OrderEvent) => void) {
  const token = (bytes: number) => Buffer.from(random.bytes(bytes)).toString('base64url');

  function eventOf({ order, callbackUrl: url }: Order): OrderEvent {
    return { event: token(EVENT_BYTES), order, url, at: clock.now().toISOString() };
  }

  function keep(before: Order | undefined, after: Order): Order {
    if (after === before) return after;
    const changed = before !== undefined && before.state !== after.state;
    const event = changed ? eventOf(after) : null;
    book.keep(after, event);
    if (event) tell(event);
    return after;
  }

  return { token, keep };
}

export type Desk = ReturnType<typeof openDesk>;
