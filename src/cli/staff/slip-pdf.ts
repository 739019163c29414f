import { type Slip, slipWriter } from './slip.ts';

/**
 * Slips as one PDF: a page of A6 for each, with the letters of its fonts embedded. Neither names nor passwords are in the
 * properties of the document.
 */
export async function slipPdf(slips: readonly Slip[]): Promise<Uint8Array> {
  const [write, { drawSlips }] = await Promise.all([slipWriter(), import('./draw-slips.ts')]);
  return drawSlips(slips.map(write), new Date(slips[0]?.credentials.issued_at ?? 0));
}
