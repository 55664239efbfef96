import type { DomainName, TenantId } from '../../../src/core/tenant';
import { createAskWhose, createTenantResolver } from '../../../src/service/tenant/resolver';
import { ManualClock } from '../../support/manual-clock';

const CONTOSO = '11111111-1111-4111-8111-111111111111' as TenantId;
const DOMAIN = 'contoso.example' as DomainName;

/** Microsoft, which answers when it is let. */
function createMicrosoft() {
  const clock = new ManualClock();
  const held: ((answer: Response) => void)[] = [];
  const fetch = (() => new Promise<Response>((resolve) => held.push(resolve))) as typeof globalThis.fetch;
  return {
    resolve: createTenantResolver(createAskWhose('https://login.example', fetch, clock), clock),
    asked: () => held.length,
    answers(tenant: TenantId | undefined) {
      const issuer = `https://login.example/${String(tenant)}/v2.0`;
      for (const answer of held)
        answer(tenant === undefined ? new Response('', { status: 400 }) : Response.json({ issuer }));
    },
  };
}

test.each([CONTOSO, undefined])(
  'many who come for one request at once are one question to Microsoft, whatever the answer is (%s)',
  async (tenant) => {
    const { resolve, asked, answers } = createMicrosoft();
    const all = [1, 2, 3].map(() => resolve(DOMAIN, 'request'));
    expect(asked()).toBe(1);
    answers(tenant);
    expect(await Promise.all(all)).toEqual([tenant, tenant, tenant]);
    // A name that was not found is asked for again: Microsoft may have been away.
    const later = resolve(DOMAIN, 'request');
    expect(asked()).toBe(tenant === undefined ? 2 : 1);
    answers(tenant);
    expect(await later).toBe(tenant);
  },
);

test('no request waits for the question of another one, by which it would learn that others ask for the company', async () => {
  const { resolve, asked, answers } = createMicrosoft();
  const all = ['one', 'other', undefined, undefined].map((request) => resolve(DOMAIN, request));
  expect(asked()).toBe(4);
  answers(CONTOSO);
  expect(await Promise.all(all)).toEqual([CONTOSO, CONTOSO, CONTOSO, CONTOSO]);
});

test.each([
  [400, '{"error":"invalid_tenant","error_description":"AADSTS90002: Tenant not found."}', 'nobody'],
  [400, '<html>Blocked</html>', 'no-answer'],
  [403, '{"error":"proxy"}', 'no-answer'],
  [429, '', 'no-answer'],
  [503, '', 'no-answer'],
] as const)('%i and %s, to the question whose a domain is: %s', async (status, body, whose) => {
  const fetch = () => Promise.resolve(new Response(body, { status }));
  expect(await createAskWhose('https://login.example', fetch, new ManualClock())(DOMAIN)).toBe(whose);
});
