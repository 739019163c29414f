import type { Language, Order } from '../orders/order.ts';
import { tellAmount, texts } from '../texts/texts.ts';
import { type Html, html } from './html.ts';

/** What is paid, to whom, and by which card once that is known. */
export function summary(order: Order, language: Language): Html {
  const told = texts[language];
  const { brand, last4 } = order;
  return html`<dl class="summary">
<div class="amount"><dt>${told.amount}</dt><dd>${tellAmount(language, order.amount)}</dd></div>
<div><dt>${told.payee}</dt><dd>${told.merchant}</dd></div>
<div><dt>${told.purpose}</dt><dd>${told.purposeText}</dd></div>
${brand && last4 && html`<div><dt>${told.card}</dt><dd>${told.cardEnding(told.brands[brand], last4)}</dd></div>`}
<div><dt>${told.paymentId}</dt><dd class="id">${order.order}</dd></div>
</dl>`;
}

/** What has to be put right, with ways to the fields; it takes the focus when the page is opened. */
export function errorSummary(
  title: string,
  errors: readonly { field: string; text: string }[],
  note?: string,
): Html {
  const items = errors.map(({ field, text }) => html`<li><a href="#${field}">${text}</a></li>`);
  return html`<div class="errors" id="errors" role="alert" tabindex="-1" ${errors.length > 0 ? html`autofocus` : html`hidden`}>
<h2>${title}</h2>
<ul>${items}</ul>
${note && html`<p>${note}</p>`}
</div>`;
}

/** A button that ends the payment: a form of its own, so that no card goes with it. */
export function cancelForm(action: string, label: string): Html {
  return html`<form class="cancel" method="post" action="${action}"><button class="quiet">${label}</button></form>`;
}
