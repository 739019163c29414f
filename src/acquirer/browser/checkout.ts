import { recognise } from '../cards/brands.ts';
import {
  type CardFields,
  checkCard,
  cvcProblem,
  expiryProblem,
  type Field,
  type FieldProblem,
  type FieldProblems,
  numberProblem,
} from '../cards/check.ts';
import type { Language } from '../orders/order.ts';
import { tellProblem, texts } from '../texts/texts.ts';
import { formatExpiry, formatNumber, reformat } from './format.ts';

/** What the page does besides, in a browser that runs scripts: the same checks as the server's, without the way there. */

const language: Language = document.documentElement.lang === 'ru' ? 'ru' : 'en';
const told = texts[language];
const form = document.querySelector<HTMLFormElement>('#card');
if (form) enliven(form);

function enliven(card: HTMLFormElement): void {
  const fields = { number: input('number'), expiry: input('expiry'), cvc: input('cvc') };
  const read = (): CardFields => ({
    number: fields.number.value,
    expiry: fields.expiry.value,
    cvc: fields.cvc.value,
  });
  fields.number.addEventListener('input', () => {
    reformat(fields.number, formatNumber);
    showBrand(fields.number.value);
  });
  fields.expiry.addEventListener('input', () => reformat(fields.expiry, formatExpiry));
  fields.cvc.addEventListener('input', () => reformat(fields.cvc, (typed) => typed.replace(/\D/g, '')));
  const checks: Record<Field, () => FieldProblem | undefined> = {
    number: () => numberProblem(fields.number.value),
    expiry: () => expiryProblem(fields.expiry.value, new Date()),
    cvc: () => cvcProblem(fields.cvc.value),
  };
  for (const name of ['number', 'expiry', 'cvc'] as const) {
    // Mistakes are told of when the form is sent, so that nothing moves under a click, and forgiven once they are mended.
    fields[name].addEventListener('input', () => {
      if (fields[name].ariaInvalid === 'true' && !checks[name]()) showProblem(name, undefined);
    });
  }
  card.addEventListener('submit', (event) => {
    const { problems } = checkCard(read(), new Date());
    if (problems) {
      event.preventDefault();
      showProblems(problems);
    } else if (card.ariaBusy === 'true') event.preventDefault();
    else showPaying(card);
  });
  offerTestCards(fields);
  showBrand(fields.number.value);
}

function input(id: Field): HTMLInputElement {
  return element(id) as HTMLInputElement;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

function showBrand(number: string): void {
  const { brand, refused } = recognise(number);
  const name = brand && told.recognised(told.brands[brand]);
  const text = refused === null ? (name ?? '') : told.refusedShort(refused);
  const status = element('brand');
  if (status.textContent !== text) status.textContent = text;
  status.classList.toggle('refused', refused !== null);
  for (const chip of document.querySelectorAll<HTMLElement>('.chip'))
    chip.classList.toggle('found', chip.dataset['brand'] === brand);
}

/** Marks a field, or takes the mark away; the field then reads out what is wrong with it. */
function showProblem(name: Field, problem: FieldProblem | undefined): void {
  const field = input(name);
  const error = element(`${name}-error`);
  error.hidden = !problem;
  error.textContent = problem ? tellProblem(told, problem) : '';
  if (problem && name === 'number') element('brand').textContent = '';
  if (problem) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  const hint = document.getElementById(`${name}-hint`);
  const described = [problem && error.id, hint?.id].filter(Boolean).join(' ');
  if (described === '') field.removeAttribute('aria-describedby');
  else field.setAttribute('aria-describedby', described);
}

/** Shows what is wrong with the whole form, and moves the focus there. */
function showProblems(problems: FieldProblems): void {
  const items = (['number', 'expiry', 'cvc'] as const).flatMap((name) => {
    const problem = problems[name];
    showProblem(name, problem);
    if (!problem) return [];
    const link = Object.assign(document.createElement('a'), { href: `#${name}` });
    link.textContent = tellProblem(told, problem);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      input(name).focus();
    });
    const item = document.createElement('li');
    item.append(link);
    return [item];
  });
  const summary = element('errors');
  summary.querySelector('ul')?.replaceChildren(...items);
  summary.querySelector('p')?.remove();
  summary.hidden = false;
  summary.focus();
}

/** One click pays once; coming back to the page makes it ready again. */
function showPaying(card: HTMLFormElement): void {
  const button = card.querySelector('button');
  const label = button?.textContent ?? '';
  const busy = (on: boolean) => {
    card.ariaBusy = String(on);
    if (!button) return;
    button.ariaDisabled = String(on);
    button.textContent = on ? told.paying : label;
  };
  busy(true);
  addEventListener('pageshow', () => busy(false), { once: true });
}

/** The numbers of the test cards become buttons that fill the form in. */
function offerTestCards(fields: Record<Field, HTMLInputElement>): void {
  for (const shown of document.querySelectorAll<HTMLElement>('.test-number')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = shown.className;
    button.textContent = shown.textContent;
    button.ariaLabel = shown.dataset['use'] ?? null;
    button.addEventListener('click', () => {
      const nextYear = (new Date().getFullYear() + 1) % 100;
      fields.number.value = shown.textContent ?? '';
      fields.expiry.value = `12/${String(nextYear).padStart(2, '0')}`;
      fields.cvc.value = '123';
      for (const name of ['number', 'expiry', 'cvc'] as const) showProblem(name, undefined);
      showBrand(fields.number.value);
      document.querySelector<HTMLButtonElement>('#card .pay')?.focus();
    });
    shown.replaceWith(button);
  }
}
