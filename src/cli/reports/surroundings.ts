import { arch, release } from 'node:os';
import type { Host } from '../host.ts';
import { version } from '../version.ts';

/** What runs on what. */
export function versionsOf({ nodeVersion, platform }: Pick<Host, 'nodeVersion' | 'platform'>) {
  return { lisa: version, node: nodeVersion, platform, arch: arch(), system: release() };
}
