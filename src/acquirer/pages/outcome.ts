import type { Language, Order } from '../orders/order.ts';
import { type OutcomeKind, texts } from '../texts/texts.ts';
import { type Html, html } from './html.ts';
import { summary } from './summary.ts';

/** What has become of an order that is not waiting any more. `again`: it is looked at anew, not for the first time. */
export function outcomeOf({ state, declineReason, cancelledBy }: Order, again: boolean): OutcomeKind {
  if (state === 'declined') return declineReason ?? 'declined';
  if (state === 'cancelled') return cancelledBy === 'time' ? 'timed_out' : 'cancelled';
  return again ? 'already_paid' : 'success';
}

const MOODS: Partial<Record<OutcomeKind, 'good' | 'calm'>> = {
  success: 'good',
  already_paid: 'good',
  cancelled: 'calm',
  timed_out: 'calm',
};

const MARKS = {
  good: html`<path d="m7 12.5 3.5 3.5L17 9"/>`,
  calm: html`<path d="M7.5 12h9"/>`,
  bad: html`<path d="m8.5 8.5 7 7m0-7-7 7"/>`,
};

/** The page at the end of the way; `order` is null when there is none to tell of. */
export function outcome(kind: OutcomeKind, order: Order | null, language: Language): Html {
  const told = texts[language];
  const [title, text] = told.outcomes[kind];
  const mood = MOODS[kind] ?? 'bad';
  const again = order !== null && mood !== 'good';
  return html`<section class="panel narrow outcome">
<svg class="mark ${mood}" viewBox="0 0 24 24" width="64" height="64" aria-hidden="true"><circle cx="12" cy="12" r="11"/>${MARKS[mood]}</svg>
<h1>${title}</h1>
<p>${text}</p>
${again && html`<p>${told.tryAgain}</p>`}
${order && summary(order, language)}
</section>`;
}
