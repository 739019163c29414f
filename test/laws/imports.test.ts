import { describe, expect, test } from 'vitest';
import { importViolations } from './checks/imports.ts';
import { readSources } from './checks/source.ts';

describe('the rooms of src', () => {
  test('open only what they may', () => {
    expect(importViolations(readSources('src'))).toEqual([]);
  });
});

describe('the law of imports', () => {
  const violations = (path: string, text: string) => importViolations([{ path, text }]);

  test.each([
    ['the CLI the cabinet', 'src/cli/commands/sim/block.ts', "import { x } from '../../../cabinet/app.ts';"],
    ['shared anything', 'src/shared/money.ts', "import { x } from '../contract/schema.ts';"],
    [
      'the messages more than the codes',
      'src/messages/en/x.ts',
      "import { x } from '../../contract/schema.ts';",
    ],
    [
      'the domain the contract',
      'src/cabinet/domain/sim/rules.ts',
      "import type { x } from '../../../contract/schema.ts';",
    ],
    [
      'the domain the routes, lazily',
      'src/cabinet/domain/sim/x.ts',
      "const x = import('../../routes/sim/x.ts');",
    ],
    ['the storage the domain', 'src/cabinet/storage/sim/x.ts', "export { x } from '../../domain/sim/x.ts';"],
    [
      'a route the writers',
      'src/cabinet/routes/sim/x.ts',
      "import { x } from '../../storage/sim/writer.ts';",
    ],
    ['a route the query builder', 'src/cabinet/routes/sim/x.ts', "import { sql } from 'kysely';"],
    ['the acquirer the cabinet', 'src/acquirer/app.ts', "import { x } from '../cabinet/app.ts';"],
    ['the cabinet the acquirer', 'src/cabinet/app.ts', "import { x } from '../acquirer/app.ts';"],
    ['a command the transport', 'src/cli/commands/sim/block.ts', "import { request } from 'undici';"],
  ])('does not let %s', (_, path, text) => {
    expect(violations(path, text)).toHaveLength(1);
  });

  test('lets a route read, and name the rows', () => {
    const text =
      "import { x } from '../../storage/sim/reader.ts';\nimport type { y } from '../../storage/schema.ts';";
    expect(violations('src/cabinet/routes/sim/x.ts', text)).toEqual([]);
  });

  test('lets calls go from left to right', () => {
    const text = "import { call } from '../../../client/client.ts';\nimport { z } from './spec.ts';";
    expect(violations('src/cli/commands/sim/block.ts', text)).toEqual([]);
  });
});
