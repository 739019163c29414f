#!/usr/bin/env node
// Plain JavaScript that old versions of Node can read too: it has to be able to say that they are too old.
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

const OLDEST = [22, 19];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  const { LISA_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const russian = /^ru/i.test(LISA_LANG || LC_ALL || LC_MESSAGES || LANG || '');
  const wanted = OLDEST.join('.');
  const found = process.versions.node;
  process.stderr.write(
    russian
      ? `lisa: нужен Node.js ${wanted} или новее, а это ${found}. Где взять: https://nodejs.org\n`
      : `lisa needs Node.js ${wanted} or newer; this is ${found}. Get it from https://nodejs.org\n`,
  );
  process.exitCode = 2;
} else {
  // Node's own default is a folder that everybody may write to, and what is in it gets run.
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  module.enableCompileCache(join(caches, 'lisa'));
  await import('../dist/lisa.js');
}
