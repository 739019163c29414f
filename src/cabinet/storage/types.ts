import pg from 'pg';
import { AssertionError } from '../../shared/assert.ts';

const INT8 = 20;
const NUMERIC = 1700;

/** How column values are read, for one pool: `bigint` as BigInt (money never passes through a float). */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return BigInt;
    if (oid === NUMERIC) return refuseNumeric;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }) as typeof pg.types.getTypeParser,
};

function refuseNumeric(): never {
  throw new AssertionError('a numeric left the database: cast sums of bigint to bigint');
}
