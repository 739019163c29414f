import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';

/** Describes every route that is registered after it, at `/v1/openapi.json`. */
export async function serveOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'The personal cabinet of a mobile subscriber',
        version: '1',
        description:
          'Money is a decimal string in roubles; moments are RFC 3339; errors are RFC 9457 problems.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer', description: 'The token of POST /v1/sessions.' },
          staff: { type: 'http', scheme: 'bearer', description: 'The token of POST /v1/staff/sessions.' },
          sandbox: { type: 'http', scheme: 'bearer', description: 'The control token of a sandbox.' },
        },
      },
    },
  });
  app.get('/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
