import { expect, test } from 'vitest';
import { html } from '../../../src/acquirer/pages/html.ts';

test('what is put into markup is escaped, and markup is not escaped twice', () => {
  const hostile = `"><script>alert('x')</script>&`;
  const inner = html`<b title="${hostile}">${1}</b>`;
  expect(html`<p>${inner}${[inner, false, null]}${undefined}</p>`.markup).toBe(
    `<p>${inner.markup}${inner.markup}</p>`,
  );
  expect(inner.markup).toBe(
    '<b title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">1</b>',
  );
});
