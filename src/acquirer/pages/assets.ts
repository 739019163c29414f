import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { guardPages } from './protection.ts';

const TYPES = {
  'checkout.js': 'text/javascript; charset=utf-8',
  'checkout.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** The script, the style and the sign of the pages: the files of `folder`, read once. */
export function serveAssets(app: FastifyInstance, folder: string): void {
  app.register(async (assets) => {
    guardPages(assets);
    for (const [name, type] of Object.entries(TYPES)) {
      const content = readFileSync(join(folder, name));
      assets.get(`/assets/${name}`, async (_request, reply) => reply.type(type).send(content));
    }
  });
}
