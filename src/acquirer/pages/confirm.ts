import type { Language, Order } from '../orders/order.ts';
import { texts } from '../texts/texts.ts';
import { type Html, html } from './html.ts';
import { cancelForm, errorSummary, summary } from './summary.ts';

export interface ConfirmView {
  order: Order;
  language: Language;
  confirmUrl: string;
  cancelUrl: string;
  problem: 'missing' | 'wrong' | null;
}

/** The 3-D Secure step: the bank of the card asks whether it is its customer who pays. */
export function confirm({ order, language, confirmUrl, cancelUrl, problem }: ConfirmView): Html {
  const told = texts[language];
  const error = problem === 'missing' ? told.codeMissing : told.codeWrong(order.challenge?.attemptsLeft ?? 0);
  return html`<section class="panel narrow">
${errorSummary(told.codeErrors, problem ? [{ field: 'code', text: error }] : [])}
<h1>${told.confirmTitle}</h1>
<p>${told.confirmLead(order.last4 ?? '')}</p>
<p class="sandbox-code" role="note">${told.confirmSandbox}</p>
<form method="post" action="${confirmUrl}" novalidate>
<div class="field">
<div class="name"><label for="code">${told.code}</label></div>
<p class="error" id="code-error" ${!problem && html`hidden`}>${problem && error}</p>
<input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="10" spellcheck="false"
 required ${problem && html`aria-invalid="true"`} aria-describedby="${problem ? 'code-error code-hint' : 'code-hint'}">
<p class="hint" id="code-hint">${told.codeHint}</p>
</div>
<button class="pay">${told.confirm}</button>
</form>
${cancelForm(cancelUrl, told.cancel)}
${summary(order, language)}
</section>`;
}
