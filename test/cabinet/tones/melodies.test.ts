import { beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../support/caller.ts';
import { describeCabinet } from '../../support/describe-cabinet.ts';

describeCabinet('the catalogue of melodies', (test) => {
  let ann: Caller;
  beforeAll(async () => {
    ann = (await test().subscribe()).call;
  });

  async function find(query: string): Promise<{ ids: string[]; next: string | null }> {
    const { status, body } = await ann.get(`/v1/melodies${query}`);
    expect(status).toBe(200);
    return { ids: body.items.map((melody: { id: string }) => melody.id), next: body.next };
  }

  it('is in the order of categories and titles', async () => {
    expect(await find('')).toEqual({ ids: ['yolka', 'kalinka', 'star', 'silence'], next: null });
  });

  it('names title, artist, category and price', async () => {
    const { body } = await ann.get('/v1/melodies?limit=1');
    expect(body.items).toEqual([
      {
        id: 'yolka',
        title: { ru: 'Ёлка', en: 'Fir Tree' },
        artist: { ru: 'Хор', en: 'Choir' },
        category: 'folk',
        category_name: { ru: 'Народные', en: 'Folk' },
        price: { amount: '30.00', currency: 'RUB' },
      },
    ]);
  });

  it.each([
    ['ёЛк', ['yolka']],
    ['fir tree', ['yolka']],
    ['ВЕТЕР', ['star', 'silence']],
    ['wind BAND', ['star', 'silence']],
    ['100%', ['star']],
    ['%', ['star']],
    ['_', []],
    ["'; drop table melodies; --", []],
  ])('is searched for %j in titles and artists of both languages', async (search, ids) => {
    expect((await find(`?search=${encodeURIComponent(search)}`)).ids).toEqual(ids);
  });

  it('is narrowed to a category, and searched within it', async () => {
    expect((await find('?category=rock')).ids).toEqual(['star', 'silence']);
    expect((await find('?category=folk&search=kalinka')).ids).toEqual(['kalinka']);
    expect((await find('?category=rock&search=kalinka')).ids).toEqual([]);
    expect((await find('?category=opera')).ids).toEqual([]);
  });

  it.each([1, 2, 3, 4])('comes whole in pages of %i', async (limit) => {
    const ids: string[] = [];
    let after = '';
    for (let pages = 0; pages < 5; pages++) {
      const page = await find(`?limit=${limit}${after}`);
      expect(page.ids.length).toBeLessThanOrEqual(limit);
      ids.push(...page.ids);
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(ids).toEqual(['yolka', 'kalinka', 'star', 'silence']);
  });
});
