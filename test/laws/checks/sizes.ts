import { Visitor } from 'oxc-parser';
import { lineOf, parse, type Source } from './source.ts';

/** Longest file of a place, in lines; the first that fits counts. */
const FILES: readonly { place: string; lines: number }[] = [
  { place: 'src/cli/commands/', lines: 150 },
  { place: 'src/cabinet/routes/', lines: 110 },
  { place: 'src/', lines: 300 },
  { place: 'test/', lines: 300 },
  { place: 'bench/', lines: 300 },
];

const FUNCTION_LINES = 60;

/** Every file and function that has grown too long. */
export function sizeViolations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => [...longFile(source), ...longFunctions(source)]);
}

function longFile({ path, text }: Source): string[] {
  const lines = text.trimEnd().split('\n').length;
  const budget = FILES.find(({ place }) => path.startsWith(place))?.lines ?? 300;
  return lines > budget ? [`${path}: ${lines} lines, more than ${budget}`] : [];
}

/** Bodies of tests are stories, not functions of the product: only `src` is measured. */
function longFunctions(source: Source): string[] {
  if (!source.path.startsWith('src/')) return [];
  const found: string[] = [];
  const measure = ({ start, end }: { start: number; end: number }) => {
    const lines = lineOf(source, end) - lineOf(source, start) + 1;
    if (lines > FUNCTION_LINES)
      found.push(
        `${source.path}:${lineOf(source, start)}: a function of ${lines} lines, more than ${FUNCTION_LINES}`,
      );
  };
  new Visitor({
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(parse(source).program);
  return found;
}
