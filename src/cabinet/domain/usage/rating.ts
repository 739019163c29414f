import { divideHalfUp, type Kopecks } from '../../../shared/money.ts';

/** Kopecks per started minute, per message, per megabyte. */
export interface BaseRates {
  voice: Kopecks;
  sms: Kopecks;
  data: Kopecks;
}

/** What remains of the packages: seconds, messages, bytes. */
export interface Packages {
  voice: bigint;
  sms: bigint;
  data: bigint;
}

export interface Rated {
  cost: Kopecks;
  /** Units taken from the package of the same type, in whole steps of rating. */
  fromPackage: bigint;
}

const MINUTE_SECONDS = 60n;
const KILOBYTE = 1024n;
const KILOBYTES_OF_MEGABYTE = 1024n;

/**
 * Rates outgoing usage (R5): voice by the started minute, data by the started kilobyte, messages one by one. The package
 * pays first, for whole steps; the rest costs the base rate. `volume` is seconds, messages or bytes. MMS has no package.
 */
export function rate(
  type: 'voice' | 'sms' | 'mms' | 'data',
  volume: bigint,
  rates: BaseRates,
  packages: Packages,
): Rated {
  switch (type) {
    case 'voice': {
      const { paid, fromPackage } = cover(volume, MINUTE_SECONDS, packages.voice);
      return { cost: paid * rates.voice, fromPackage };
    }
    case 'sms': {
      const { paid, fromPackage } = cover(volume, 1n, packages.sms);
      return { cost: paid * rates.sms, fromPackage };
    }
    case 'mms':
      return { cost: volume * rates.sms, fromPackage: 0n };
    case 'data': {
      const { paid, fromPackage } = cover(volume, KILOBYTE, packages.data);
      return { cost: divideHalfUp(paid * rates.data, KILOBYTES_OF_MEGABYTE), fromPackage };
    }
  }
}

/** Started steps of `volume`: as many as the package holds come from it, the others are paid. */
function cover(volume: bigint, step: bigint, remaining: bigint): { paid: bigint; fromPackage: bigint } {
  const steps = (volume + step - 1n) / step;
  const held = remaining / step;
  const covered = steps < held ? steps : held;
  return { paid: steps - covered, fromPackage: covered * step };
}
