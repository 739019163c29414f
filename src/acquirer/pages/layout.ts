import type { Language } from '../orders/order.ts';
import { texts } from '../texts/texts.ts';
import { type Html, html } from './html.ts';

export interface Page {
  language: Language;
  /** The address of this page without a language, for the switch; null where there is nothing to switch to. */
  path: string | null;
  title: string;
  /** The page tells of mistakes in a form: said first by its title. */
  failed?: boolean;
  content: Html;
}

const LANGUAGES: readonly Language[] = ['ru', 'en'];

/** A whole page. It loads nothing from elsewhere, and has neither scripts nor styles of its own. */
export function layout({ language, path, title, failed, content }: Page): string {
  const told = texts[language];
  const shown = told.pageTitle(failed ? told.errorTitle(title) : title, told.bank);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${shown}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/checkout.css">
<script src="/assets/checkout.js" defer></script>
</head>
<body>
<header>
<p class="sandbox"><strong>${told.sandbox}</strong> ${told.sandboxMore}</p>
<div class="top">
<p class="bank"><img src="/assets/icon.svg" alt="" width="28" height="28">${told.bank}</p>
${path !== null && languageSwitch(told.language, language, path)}
</div>
</header>
<main>
${content}
</main>
</body>
</html>
`.markup;
}

function languageSwitch(label: string, language: Language, path: string): Html {
  const links = LANGUAGES.map((code) =>
    code === language
      ? html`<li><span lang="${code}" aria-current="true">${texts[code].name}</span></li>`
      : html`<li><a href="${path}?lang=${code}" lang="${code}" hreflang="${code}">${texts[code].name}</a></li>`,
  );
  return html`<nav class="languages" aria-label="${label}"><ul>${links}</ul></nav>`;
}
