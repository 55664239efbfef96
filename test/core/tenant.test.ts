import fc from 'fast-check';
import {
  domainOfAddress,
  openIdConfigurationUrl,
  parseDomain,
  parseTenantId,
  tenantOfOpenIdConfiguration,
} from '../../src/core/tenant';

const CONTOSO = '11111111-aaaa-4bbb-8ccc-111111111111';

describe('a tenant id', () => {
  test('is a GUID in either case, and kept in lower case', () => {
    expect(parseTenantId(CONTOSO.toUpperCase())).toBe(CONTOSO);
    fc.assert(fc.property(fc.uuid(), (id) => parseTenantId(id) === id.toLowerCase()));
  });

  test.each([
    '',
    'common',
    'organizations',
    'contoso.com',
    '00000000-0000-0000-0000-000000000000',
    `${CONTOSO} `,
    `${CONTOSO}\n`,
    `{${CONTOSO}}`,
    CONTOSO.replaceAll('-', ''),
    `${CONTOSO}/../common`,
    CONTOSO.replace('a', 'g'),
  ])('is not %j', (text) => {
    expect(parseTenantId(text)).toBeUndefined();
  });
});

describe('a domain', () => {
  test('is a name with dots, in lower case, in its ASCII form', () => {
    expect(parseDomain(' Contoso.COM ')).toBe('contoso.com');
    expect(parseDomain('xn--bcher-kva.example')).toBe('xn--bcher-kva.example');
    expect(parseDomain('a.b-c.co.uk')).toBe('a.b-c.co.uk');
    expect(parseDomain(`${'a'.repeat(63)}.example`)).toBe(`${'a'.repeat(63)}.example`);
  });

  test.each([
    '',
    'contoso',
    '.com',
    'contoso.',
    'contoso..com',
    '-contoso.com',
    'contoso-.com',
    'contoso.com/evil',
    'contoso.com?x',
    'con toso.com',
    'mia@contoso.com',
    'bücher.example',
    '192.168.0.1',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(127)}example`,
  ])('is not %j', (text) => {
    expect(parseDomain(text)).toBeUndefined();
  });

  test('of an address is what follows the last @, and nothing of the person is kept', () => {
    expect(domainOfAddress('Mia.Example@Contoso.com')).toBe('contoso.com');
    expect(domainOfAddress('"odd@name"@contoso.com')).toBe('contoso.com');
    for (const none of ['', '@contoso.com', 'mia', 'mia@', 'mia@localhost', '/o=Org/ou=Group/cn=mia']) {
      expect(domainOfAddress(none)).toBeUndefined();
    }
  });

  test.each([
    ['mia@bücher.example', 'xn--bcher-kva.example'],
    ['mia@BÜCHER.Example', 'xn--bcher-kva.example'],
    ['mia@bu\u0308cher.example', 'xn--bcher-kva.example'],
    ['mia@例え.example', 'xn--r8jz45g.example'],
    ['mia@例え。example', 'xn--r8jz45g.example'],
    ['mia@contoso.com.', 'contoso.com'],
    ['mia@Contoso.com. ', 'contoso.com'],
    ['mia@bücher.example.', 'xn--bcher-kva.example'],
  ])('F15: of %s is %s, as DNS and Entra know it', (address, domain) => {
    expect(domainOfAddress(address)).toBe(domain);
  });

  test.each([
    'mia@bücher.example/evil',
    'mia@bücher.example:443',
    'mia@bücher.example?x',
    'mia@contoso.com..',
    'mia@ü',
    'mia@.',
  ])('is none in %s', (address) => {
    expect(domainOfAddress(address)).toBeUndefined();
  });

  test('is found in a browser without URL.canParse too, as Safari 16.4', () => {
    const { canParse } = URL;
    Reflect.deleteProperty(URL, 'canParse');
    try {
      expect(domainOfAddress('mia@bücher.example')).toBe('xn--bcher-kva.example');
      expect(domainOfAddress('mia@a[b.example')).toBeUndefined();
    } finally {
      URL.canParse = canParse;
    }
  });

  test('never lets anything into an address that would lead elsewhere', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.webUrl()), (text) => {
        const domain = parseDomain(text) ?? domainOfAddress(`mia@${text}`);
        if (domain === undefined) return;
        const url = openIdConfigurationUrl('https://login.microsoftonline.com', domain);
        expect(url.href).toBe(
          `https://login.microsoftonline.com/${domain}/v2.0/.well-known/openid-configuration`,
        );
      }),
    );
  });
});

describe("Microsoft's OpenID configuration", () => {
  test('names the tenant in its issuer, in every cloud', () => {
    for (const host of [
      'login.microsoftonline.com',
      'login.microsoftonline.us',
      'login.partner.microsoftonline.cn',
    ]) {
      expect(tenantOfOpenIdConfiguration({ issuer: `https://${host}/${CONTOSO}/v2.0` })).toBe(CONTOSO);
    }
    expect(tenantOfOpenIdConfiguration({ issuer: `https://x.example/${CONTOSO.toUpperCase()}/v2.0/` })).toBe(
      CONTOSO,
    );
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['text', `https://login.microsoftonline.com/${CONTOSO}/v2.0`],
    ['no issuer', {}],
    ['an issuer that is no text', { issuer: 7 }],
    ['the template of every tenant', { issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' }],
    ['an issuer of version 1', { issuer: `https://sts.windows.net/${CONTOSO}/` }],
    ['an issuer that is not https', { issuer: `http://login.microsoftonline.com/${CONTOSO}/v2.0` }],
    ['a longer path', { issuer: `https://login.microsoftonline.com/x/${CONTOSO}/v2.0` }],
    ['an issuer with a tail', { issuer: `https://login.microsoftonline.com/${CONTOSO}/v2.0?x=1` }],
  ])('names no tenant: %s', (_, document) => {
    expect(tenantOfOpenIdConfiguration(document)).toBeUndefined();
  });
});
