// SPDX-License-Identifier: GPL-3.0-or-later
// A real OpenID Connect provider on a free loopback port, with the forms for signing in that the package brings along.
// Whoever types an email is that person; an email that begins with "unverified" was never verified. Prints its issuer.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';

const require = createRequire(`${process.env.HANDRAIL_OIDC_MODULES}/node_modules/`);
const { Provider } = await import(require.resolve('oidc-provider'));

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'handrail',
      application_type: 'native', // any port of loopback, RFC 8252
      redirect_uris: ['http://127.0.0.1/'],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'none',
    },
  ],
  pkce: { required: () => true, methods: ['S256'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  findAccount: (_context, id) => ({
    accountId: id,
    claims: () => ({ sub: id, email: id, email_verified: !id.startsWith('unverified') }),
  }),
});
server.on('request', provider.callback());
console.log(issuer);
process.on('SIGTERM', () => process.exit(0));
