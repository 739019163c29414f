const LONGEST_NUMBER = 19;

/** «4111 1111 …»: digits in groups of four. Anything else that was typed is dropped. */
export function formatNumber(typed: string): string {
  const digits = typed.replace(/\D/g, '').slice(0, LONGEST_NUMBER);
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** «12/30»; a month of one digit that can have no second one gets its zero. */
export function formatExpiry(typed: string): string {
  const [first = '', ...rest] = typed.split(/[/.\- ]+/);
  if (rest.length > 0 && /^\d$/.test(first)) return join(`0${first}`, rest.join(''));
  const digits = typed.replace(/\D/g, '');
  const padded = /^[2-9]/.test(digits) ? `0${digits}` : digits;
  return join(padded.slice(0, 2), padded.slice(2));
}

function join(month: string, year: string): string {
  const digits = year.replace(/\D/g, '').slice(0, 4);
  return digits === '' ? month : `${month}/${digits}`;
}

/** Writes a field anew while it is typed in; the caret stays behind the digit that it was behind. */
export function reformat(
  field: { value: string; selectionStart: number | null; setSelectionRange(from: number, to: number): void },
  format: (typed: string) => string,
): void {
  const { value, selectionStart } = field;
  const formatted = format(value);
  if (formatted === value) return;
  const atEnd = selectionStart === value.length;
  const before = value.slice(0, selectionStart ?? value.length).replace(/\D/g, '').length;
  field.value = formatted;
  if (atEnd) return;
  let caret = 0;
  for (let digits = 0; caret < formatted.length && digits < before; caret += 1)
    if (/\d/.test(formatted[caret] ?? '')) digits += 1;
  field.setSelectionRange(caret, caret);
}
