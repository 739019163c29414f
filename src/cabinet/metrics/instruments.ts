import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** Makes the numbers of one registry; `labels` are the names that tell their rows apart. */
export type Instruments = ReturnType<typeof instrumentsOf>;

/** From a look into the memory of the database to a file of a year. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function instrumentsOf(registry: Registry) {
  const registers = [registry];
  return {
    counter: <L extends string>(name: string, help: string, ...labelNames: L[]) =>
      new Counter({ name, help, labelNames, registers }),
    gauge: <L extends string>(name: string, help: string, ...labelNames: L[]) =>
      new Gauge({ name, help, labelNames, registers }),
    seconds: <L extends string>(name: string, help: string, ...labelNames: L[]) =>
      new Histogram({ name, help, labelNames, buckets: SECONDS, registers }),
  };
}
