import { BRANDS } from '../cards/brands.ts';
import type { Field, FieldProblems } from '../cards/check.ts';
import { TEST_CARDS } from '../cards/test-cards.ts';
import type { Language, Order } from '../orders/order.ts';
import { type Texts, tellAmount, tellProblem, texts } from '../texts/texts.ts';
import { type Html, html } from './html.ts';
import { cancelForm, errorSummary, summary } from './summary.ts';

export interface CheckoutView {
  order: Order;
  language: Language;
  minutesLeft: number;
  /** Where the form goes, and where the payment is cancelled. */
  payUrl: string;
  cancelUrl: string;
  problems: FieldProblems;
  /** The last digits of a number that was right, for who has to type it again. */
  typedLast4: string | null;
}

/** The page on which the card is entered. Nothing that was typed comes back in it. */
export function checkout(view: CheckoutView): Html {
  const { order, language, problems } = view;
  const told = texts[language];
  return html`<div class="columns">
<section class="about">
<h1>${told.payTitle}</h1>
${summary(order, language)}
<p class="muted">${told.timeLeft(view.minutesLeft)}</p>
</section>
<section class="panel" aria-label="${told.card}">
${errorSummary(told.errors, errorsOf(told, problems), retypeNote(told, view))}
<form class="card" id="card" method="post" action="${view.payUrl}" novalidate>
<p class="brands"><span class="hidden">${told.accepted}: </span>${brandNames(told)}</p>
${field(told, problems, { name: 'number', label: told.number, token: 'cc-number', longest: 32, brand: true })}
<div class="pair">
${field(told, problems, { name: 'expiry', label: told.expiry, hint: told.expiryHint, token: 'cc-exp', longest: 9 })}
${field(told, problems, { name: 'cvc', label: told.cvc, hint: told.cvcHint, token: 'cc-csc', longest: 4 })}
</div>
<button class="pay">${told.pay(tellAmount(language, order.amount))}</button>
</form>
${cancelForm(view.cancelUrl, told.cancel)}
<p class="muted">${told.safety}</p>
</section>
${testCards(told)}
</div>`;
}

interface FieldView {
  name: Field;
  label: string;
  hint?: string;
  /** What browsers fill it in by. */
  token: string;
  longest: number;
  brand?: boolean;
}

function field(
  told: Texts,
  problems: FieldProblems,
  { name, label, hint, token, longest, brand }: FieldView,
): Html {
  const problem = problems[name];
  const described = [problem && `${name}-error`, hint !== undefined && `${name}-hint`]
    .filter(Boolean)
    .join(' ');
  return html`<div class="field">
<div class="name"><label for="${name}">${label}</label>${brand && html`<span class="brand" id="brand" role="status"></span>`}</div>
<p class="error" id="${name}-error" ${!problem && html`hidden`}>${problem && tellProblem(told, problem)}</p>
<input id="${name}" name="${name}" type="text" inputmode="numeric" autocomplete="${token}" maxlength="${longest}"
 spellcheck="false" required ${problem && html`aria-invalid="true"`} ${described !== '' && html`aria-describedby="${described}"`}>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
</div>`;
}

function errorsOf(told: Texts, problems: FieldProblems): { field: string; text: string }[] {
  return Object.entries(problems).map(([name, problem]) => ({
    field: name,
    text: tellProblem(told, problem),
  }));
}

function retypeNote(told: Texts, { problems, typedLast4 }: CheckoutView): string | undefined {
  if (Object.keys(problems).length === 0) return undefined;
  return typedLast4 === null ? told.retype : `${told.retype} ${told.retypeCard(typedLast4)}`;
}

function brandNames(told: Texts): Html[] {
  return BRANDS.map((brand) => html`<span class="chip" data-brand="${brand}">${told.brands[brand]}</span> `);
}

function testCards(told: Texts): Html {
  const rows = TEST_CARDS.map(
    ({ number, behaviour }) =>
      html`<li><span class="test-number" data-use="${told.useCard(number)}">${number}</span> <span>${told.behaviours[behaviour]}</span></li>`,
  );
  return html`<details class="test-cards">
<summary>${told.testCards}</summary>
<p class="muted">${told.testCardsHint}</p>
<ul>${rows}</ul>
</details>`;
}
