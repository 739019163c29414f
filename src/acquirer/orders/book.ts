import type { Journal, OrderEvent } from './journal.ts';
import type { Order } from './order.ts';

/** All orders, in memory and in the journal. */
export interface Book {
  find(order: string): Order | undefined;
  findByReference(reference: string): Order | undefined;
  all(): Iterable<Order>;
  /** Keeps an order as it has become, together with what the merchant is to be told of it. */
  keep(order: Order, event: OrderEvent | null): void;
  /** Events that the merchant has not confirmed yet. */
  untold(): OrderEvent[];
  told(event: OrderEvent): void;
}

/** The book as the journal left it. */
export function openBook(journal: Journal): Book {
  const orders = new Map<string, Order>();
  const references = new Map<string, string>();
  const events = new Map<string, OrderEvent>();
  const remember = (order: Order, event: OrderEvent | null) => {
    orders.set(order.order, order);
    references.set(order.reference, order.order);
    if (event !== null) events.set(event.event, event);
  };
  for (const entry of journal.entries) {
    if ('delivered' in entry) events.delete(entry.delivered);
    else remember(entry.order, entry.event);
  }
  return {
    find: (order) => orders.get(order),
    findByReference: (reference) => orders.get(references.get(reference) ?? ''),
    all: () => orders.values(),
    keep(order, event) {
      journal.append({ order, event });
      remember(order, event);
    },
    untold: () => [...events.values()],
    told({ event }) {
      journal.append({ delivered: event });
      events.delete(event);
    },
  };
}
