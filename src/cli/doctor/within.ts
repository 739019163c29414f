import { noteHanging } from '../hanging.ts';
import type { Host } from '../host.ts';

/**
 * The outcome of `work`, or after `milliseconds` that of `late`. What is given up may be a call of the system that cannot
 * be cancelled; the program then ends without waiting for it.
 */
export async function within<T>(
  host: Host,
  milliseconds: number,
  work: Promise<T>,
  late: () => T,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<T>((resolve, reject) => {
    timer = setTimeout(() => {
      noteHanging(host);
      try {
        resolve(late());
      } catch (error) {
        reject(error);
      }
    }, milliseconds);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
