import { announcements } from './announcements.ts';
import { billing } from './billing.ts';
import { housekeeping } from './housekeeping.ts';
import type { Job, WorkingNode } from './job.ts';
import { messages } from './messages.ts';

/** Everything that a node does by itself, but for card payments: whoever takes them settles them. */
export function jobsOf(node: WorkingNode): Job[] {
  const { delivery } = node;
  return [billing(node), announcements(node), housekeeping(node), ...(delivery ? [messages(delivery)] : [])];
}
