import { Cron } from 'croner';
import type { FastifyBaseLogger } from 'fastify';
import type { Metrics } from '../metrics/metrics.ts';
import { describeFailure } from '../storage/failures.ts';
import type { Job } from './job.ts';

/** The jobs of a node, which may run on any number of nodes at once. A failure is logged and the next turn comes. */
export function startJobs(
  jobs: readonly Job[],
  log: FastifyBaseLogger,
  metrics?: Metrics,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const turn = (job: Job) => {
    const work = job.run(stopping.signal).then(
      () => metrics?.jobEnded(job.name, 'ok'),
      (error: unknown) => {
        if (stopping.signal.aborted) return;
        log.error({ failure: describeFailure(error), job: job.name }, 'job failed');
        metrics?.jobEnded(job.name, 'failed');
      },
    );
    running.set(job.name, work);
    return work;
  };
  const crons = jobs.map((job) => new Cron(job.schedule, { protect: true }, () => turn(job)));
  return {
    async stop() {
      for (const cron of crons) cron.stop();
      stopping.abort();
      await Promise.all(running.values());
    },
  };
}
