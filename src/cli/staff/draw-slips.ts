import { createRequire } from 'node:module';
import PdfDocument from 'pdfkit';
import type { Fact, SlipContent } from './slip.ts';

type Document = InstanceType<typeof PdfDocument>;

const require = createRequire(import.meta.url);

/** PT Sans and PT Mono were made for the languages of Russia; zero and O, one and l differ in the monospaced one. */
const FONTS = {
  plain: require.resolve('@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf'),
  mono: require.resolve('@expo-google-fonts/pt-mono/400Regular/PTMono_400Regular.ttf'),
} as const;

/** Sizes in points; A6 is 298 by 420 of them. */
const MARGIN = 24;
const LABELS = 78;
const INDENT = 8;
const GREY = '#555555';
const PASSWORD_SIZE = 23;

/** One page for each; `date` is the only thing the document tells about itself. */
export async function drawSlips(slips: readonly SlipContent[], date: Date): Promise<Uint8Array> {
  const document = new PdfDocument({
    size: 'A6',
    margin: 0,
    autoFirstPage: false,
    lang: 'ru',
    info: { Title: slips[0]?.subtitle ?? '', Creator: 'lisa', CreationDate: date },
  });
  const pieces: Uint8Array[] = [];
  document.on('data', (piece: Uint8Array) => pieces.push(piece));
  const ended = new Promise((resolve) => document.on('end', resolve));
  for (const [name, file] of Object.entries(FONTS)) document.registerFont(name, file);
  for (const slip of slips) {
    document.addPage();
    const scale = SCALES.find((size) => drawSlip(new Pen(document, size, false), slip) <= bottom(document));
    drawSlip(new Pen(document, scale ?? SMALLEST, true), slip);
  }
  document.end();
  await ended;
  return Buffer.concat(pieces);
}

/** Long names and addresses make the letters of their slip smaller, so that it stays one page. */
const SMALLEST = 0.55;
const SCALES = [1, 0.92, 0.84, 0.76, 0.68, 0.6, SMALLEST];

function bottom(document: Document): number {
  return document.page.height - MARGIN;
}

/** Returns where it ends. */
function drawSlip(pen: Pen, slip: SlipContent): number {
  pen.line('bold', 15, slip.title);
  pen.line('plain', 9.5, slip.subtitle, GREY);
  pen.rule();
  for (const fact of slip.facts) pen.fact(fact, 'plain');
  pen.rule();
  pen.line('plain', 9, slip.loginsTitle, GREY);
  for (const fact of slip.logins) pen.fact(fact, 'bold');
  pen.framed(slip.passwordTitle, slip.password, slip.validity);
  pen.line('bold', 10, slip.stepsTitle);
  for (const [index, { text, command }] of slip.steps.entries()) {
    pen.line('plain', 8.5, `${index + 1}. ${text}`);
    if (command !== undefined) pen.whole('mono', 8.5, command);
  }
  pen.space(5);
  for (const notice of slip.notices) pen.line('plain', 8.5, notice, GREY);
  return pen.y;
}

/** Puts one thing below the other over the width of the page; without `draws` it only measures. */
class Pen {
  y = MARGIN;
  readonly #document: Document;
  readonly #scale: number;
  readonly #draws: boolean;
  readonly #width: number;

  constructor(document: Document, scale: number, draws: boolean) {
    this.#document = document;
    this.#scale = scale;
    this.#draws = draws;
    this.#width = document.page.width - 2 * MARGIN;
  }

  space(points: number): void {
    this.y += points * this.#scale;
  }

  line(font: keyof typeof FONTS, size: number, text: string, color = 'black'): void {
    this.y += this.#text(font, size, text, MARGIN, this.#width, color);
    this.space(2);
  }

  /** On one line, in smaller letters when it has to be. */
  whole(font: keyof typeof FONTS, size: number, text: string, options: PDFKit.Mixins.TextOptions = {}): void {
    const [x, width] = [MARGIN + INDENT, this.#width - 2 * INDENT];
    this.#document.font(font).fontSize(size * this.#scale);
    const fitting = Math.min(1, (width - 1) / this.#document.widthOfString(text));
    this.y += this.#text(font, size * fitting, text, x, width, 'black', options);
    this.space(2);
  }

  fact({ label, value }: Fact, font: keyof typeof FONTS): void {
    const [first, second] = [
      this.#text('plain', 9, label, MARGIN, LABELS, GREY),
      this.#text(font, 10, value, MARGIN + LABELS, this.#width - LABELS, 'black'),
    ];
    this.y += Math.max(first, second);
    this.space(1);
  }

  rule(): void {
    this.space(4);
    if (this.#draws) {
      const { y } = this;
      this.#document
        .moveTo(MARGIN, y)
        .lineTo(MARGIN + this.#width, y)
        .lineWidth(0.5)
        .stroke('black');
    }
    this.space(5);
  }

  /** The password as large as the page allows: it is copied by hand. */
  framed(title: string, password: string, below: string): void {
    this.space(6);
    const top = this.y;
    this.space(5);
    const [x, width] = [MARGIN + INDENT, this.#width - 2 * INDENT];
    const centre = { align: 'center' } as const;
    this.y += this.#text('plain', 9, title, x, width, GREY, centre);
    this.space(2);
    this.whole('mono', PASSWORD_SIZE, password, centre);
    this.y += this.#text('plain', 9, below, x, width, 'black', centre);
    this.space(5);
    if (this.#draws)
      this.#document
        .roundedRect(MARGIN, top, this.#width, this.y - top, 4)
        .lineWidth(1)
        .stroke('black');
    this.space(8);
  }

  /** Returns its height. */
  #text(
    font: keyof typeof FONTS,
    size: number,
    text: string,
    x: number,
    width: number,
    color: string,
    options: PDFKit.Mixins.TextOptions = {},
  ): number {
    this.#document.font(font).fontSize(size * this.#scale);
    const height = this.#document.heightOfString(text, { ...options, width });
    if (this.#draws) this.#document.fillColor(color).text(text, x, this.y, { ...options, width });
    return height;
  }
}
