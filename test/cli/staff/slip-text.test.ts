import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SLIP_COLUMNS, slipText } from '../../../src/cli/staff/slip-text.ts';
import { longestSlip, slipFor } from '../../support/slips.ts';

test('a slip tells who, how to log in, until when, and what to do about a forgotten password, in Russian', async () => {
  expect(await slipText(slipFor())).toBe(`------------------------------------------
           Личный кабинет ЛИСА
         Данные для первого входа
------------------------------------------
Абонент  Иванова Анна Сергеевна
Договор  Д-2026/11-00017
Тариф    Лиса 300
Офис     Пермь, Ленина 5
Выдано   22.11.2026 21:03

Для входа подойдёт любой из логинов:
Лицевой счёт    100200300
Сетевой логин   ivanova.anna
Номер телефона  900 123-45-67

Одноразовый пароль:

              kzmt-wqdh-bnrx

Для одного входа, до 23.11.2026 21:03
------------------------------------------
Как войти
1. На компьютере с программой lisa
   наберите:
   lisa login --server
   https://lisa.example.ru
2. Введите логин и одноразовый пароль.
   Дефисы и большие буквы не важны.
3. Придумайте свой пароль: после этого
   кабинет откроется.

Забыли пароль? Отправьте с этого номера
пустое SMS на 1070, придёт новый
одноразовый. Для номеров организаций - в
офисе.

Никому не показывайте эту памятку.
Сотрудники никогда не спрашивают пароль.

`);
});

test('a receipt printer, which knows code page 866, has every character of it', async () => {
  const known = new TextDecoder('ibm866').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const unknown = [...(await slipText(slipFor()))].filter((character) => !known.includes(character));
  expect(unknown).toEqual([]);
});

test('paper 80 mm wide is never too narrow, and a password or a login never broken', async () => {
  const lines = (await slipText(longestSlip())).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBe(SLIP_COLUMNS);
  const trimmed = lines.map((line) => line.trim());
  expect(trimmed).toEqual(expect.arrayContaining(['kzmt-wqdh-bnrx', 'w'.repeat(32)]));
  expect(trimmed).toContain('Лицевой счёт    987654321012');
});

test('no text of a cabinet gets a control character, or a column too many, onto paper', async () => {
  const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 100 });
  await fc.assert(
    fc.asyncProperty(texts, texts, async (holder, office) => {
      const text = await slipText(slipFor({ holder, office }));
      expect(text).toMatch(/^[\n\P{C}]*$/u);
      // Marks stand over the letter before them.
      for (const line of text.split('\n'))
        expect([...line.replace(/\p{M}/gu, '')].length).toBeLessThanOrEqual(SLIP_COLUMNS);
      expect(text).toMatch(/^ +kzmt-wqdh-bnrx$/m);
    }),
    { numRuns: 300, seed: 20_261_122 },
  );
});
