import type { SmsDelivery } from '../sms/delivery.ts';
import type { Job } from './job.ts';

/** Sends every second whatever is due. */
export function messages(delivery: SmsDelivery): Job {
  return { name: 'sms', schedule: '* * * * * *', run: () => delivery.run() };
}
