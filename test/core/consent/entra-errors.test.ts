import fc from 'fast-check';
import { ENTRA_ERROR_SOURCES, sourceOf } from '../../../src/core/consent/entra-error-sources';
import { ENTRA_ERROR_ROWS } from '../../../src/core/consent/entra-error-table';
import { aadstsCodeIn, entraError, explain } from '../../../src/core/consent/entra-errors';
import type { Refusal } from '../../../src/core/consent/refusal';
import { mayBeAboutName } from '../../../src/core/consent/way-of-asking';

const refused = (fields: Partial<Refusal>): Refusal => ({
  errorClass: 'interaction-required',
  errorCode: 'invalid_grant',
  text: '',
  ...fields,
});

/** A description as Entra writes it, with ids around the number that hold other numbers. */
const asEntraWrites = (number: number | string, sentence = 'Something happened.'): string =>
  `AADSTS${number}: ${sentence} Trace ID: 0b8a6500-1650-4f51-9e50-196000650010 ` +
  'Correlation ID: 65001650-0165-4001-8650-016500165001 Timestamp: 2026-11-24 06:50:01Z';

const MUST_BE_KNOWN = [
  65001, 65004, 65005, 650051, 650052, 650056, 650057, 90002, 90008, 90009, 90033, 90036, 90055, 90072, 90094,
  90095, 90097, 90100, 900144, 16000, 16001, 50001, 50011, 50020, 50034, 50057, 50058, 50059, 50076, 50079,
  50105, 50126, 50128, 50158, 50173, 50194, 50196, 500011, 500113, 51004, 53000, 53001, 53002, 53003, 53004,
  530003, 70000, 70008, 700003, 700005, 700016, 700082, 700084, 7000112, 7000218, 7000229,
  // Section 7 of what was found out about Microsoft in November 2026: likely in our flows.
  900941, 900981, 500014, 1000031, 70001, 53009, 530021, 530004, 50127, 50129, 135011, 50097, 50155, 50187,
  50053, 500571, 50125, 50135, 50137, 50142, 50140, 50199, 50143, 50168, 50197, 50085, 50139, 16002, 160021,
  50180, 51006, 9002341, 500207, 500208, 500201, 9002332, 54000, 50015, 5000224, 1000104, 90099, 90038, 90043,
  900382, 900432, 900439, 900440, 90051, 90092, 90085, 650059, 650053, 700046, 9002325, 9002326, 9002327,
  90023, 700054, 700030, 50012, 50013, 500133, 70003, 70004, 70005, 70007, 28000, 700023, 90014, 900561,
  9001023, 901002,
  // A tenant that nobody has used for long, and an application that its resource's tenant has not assigned.
  5000225, 501051,
  // A personal account, as its owner meets it (files-community/Files#17852).
  500200,
  // What stops people in the field: token protection, tenant restrictions (v2), a deleted account, a device that is not
  // compliant, and partner administrators whom a policy cannot ask.
  530084,
  5000211, 500341, 530002, 50177, 50178,
];

/** The numbers that mean that nobody consented or that the application is not in the tenant; a new one needs a reason. */
const MEAN_REQUIRED = [
  65001, 90008, 90093, 90094, 90095, 500011, 650052, 700011, 700016, 900941, 900981, 7000229,
];

/** Throttles, outages and the loop. */
const MEAN_WAIT = [
  50196, 50088, 50166, 90055, 50000, 50033, 50087, 90006, 90012, 90024, 90033, 90036, 90090, 90091,
];

const anyClass = fc.constantFrom<Refusal['errorClass']>(
  'interaction-required',
  'server',
  'client-auth',
  'browser-auth',
  'auth',
  'page',
  'other',
);
/** Text without a number of Microsoft's. */
const chatter = fc.string({ unit: 'binary' }).filter((text) => !/aadsts/i.test(text));

describe('the table', () => {
  test.each(MUST_BE_KNOWN)('explains AADSTS%i and names the page that says so', (number) => {
    const entry = entraError(`AADSTS${number}`);
    expect(entry?.cause).toEqual(expect.any(String));
    expect(entry?.cause).not.toBe('unrecognised');
    const source = new URL(sourceOf(number));
    expect(source.protocol).toBe('https:');
    expect(source.hostname).toMatch(
      /^(learn\.microsoft\.com|login\.microsoftonline\.com|microsoft\.github\.io)$/,
    );
  });

  test('has a source for every number, and no source without its number', () => {
    const numbers = ENTRA_ERROR_ROWS.map(([number]) => number);
    expect(numbers.map(sourceOf).filter((source) => !source.startsWith('https://'))).toEqual([]);
    expect([...ENTRA_ERROR_SOURCES.keys()].filter((number) => !numbers.includes(number))).toEqual([]);
  });

  test('lists no number twice', () => {
    const numbers = ENTRA_ERROR_ROWS.map(([number]) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('says "required" for exactly the numbers that mean it', () => {
    const required = ENTRA_ERROR_ROWS.filter(([, , verdict]) => verdict === 'required').map(
      ([number]) => number,
    );
    expect(required.toSorted((a, b) => a - b)).toEqual(MEAN_REQUIRED);
  });

  test('never sends somebody the wrong way', () => {
    const expected = (next: string): string | undefined => {
      if (next === 'wait-and-retry' || next === 'contact-support') return 'unknown';
      if (next.startsWith('sign-in')) return 'sign-in-needed';
      return next.startsWith('ask-admin-') ? 'blocked' : undefined;
    };
    const astray = ENTRA_ERROR_ROWS.filter(([, , verdict, next]) => (expected(next) ?? verdict) !== verdict);
    expect(astray).toEqual([]);
  });

  test('an exception of the page’s or the browser’s own is nobody’s answer: neither Microsoft nor a code of it is named', () => {
    expect(explain(refused({ errorClass: 'page', errorCode: 'SecurityError' }))).toEqual({
      cause: 'page-failed',
      verdict: 'unknown',
      next: 'open-help',
      foreseen: true,
    });
  });

  test('does not know names that every object has', () => {
    for (const name of ['constructor', '__proto__', 'toString', '']) {
      expect(entraError(name)).toBeUndefined();
      expect(explain(refused({ errorClass: 'other', errorCode: name })).foreseen).toBe(false);
    }
  });
});

describe('finding the number', () => {
  test.each(ENTRA_ERROR_ROWS.map(([number]) => number))('finds AADSTS%i as Entra writes it', (number) => {
    expect(aadstsCodeIn(asEntraWrites(number))).toBe(`AADSTS${number}`);
  });

  test('finds any listed number in any noise', () => {
    fc.assert(
      fc.property(chatter, fc.constantFrom(...ENTRA_ERROR_ROWS), chatter, (before, [number], after) => {
        expect(aadstsCodeIn(`${before} AADSTS${number}: ${after}`)).toBe(`AADSTS${number}`);
      }),
    );
  });

  test('reads whole numbers only: 650051 is not 65005, and 65001 with digits too many is nothing', () => {
    expect(aadstsCodeIn('AADSTS650051: Consent action failed')).toBe('AADSTS650051');
    expect(aadstsCodeIn('AADSTS6500: Who knows')).toBe('AADSTS6500');
    expect(aadstsCodeIn('AADSTS65001123456')).toBeUndefined();
    expect(aadstsCodeIn('AADSTS650: short')).toBeUndefined();
    expect(aadstsCodeIn('AADSTS65001x')).toBeUndefined();
    fc.assert(
      fc.property(fc.constantFrom(...ENTRA_ERROR_ROWS), fc.nat({ max: 9 }), ([number], digit) => {
        expect(aadstsCodeIn(`AADSTS${number}${digit}: x`)).not.toBe(`AADSTS${number}`);
      }),
    );
  });

  test('takes the first number: what follows is advice', () => {
    expect(aadstsCodeIn(`${asEntraWrites(50105)} See also AADSTS65001.`)).toBe('AADSTS50105');
    expect(aadstsCodeIn('Error(s): 65001 - Timestamp: x - Description: AADSTS50196: loop. AADSTS65001')).toBe(
      'AADSTS50196',
    );
  });

  test('does not take the address of a help page for the reason', () => {
    const text =
      'https://learn.microsoft.com/error-code-aadsts50020-user-account says more. AADSTS65001: No consent.';
    expect(aadstsCodeIn(text)).toBe('AADSTS65001');
    expect(aadstsCodeIn('aadsts65001: lower case, and nothing else')).toBe('AADSTS65001');
  });

  test('finds it in text that was escaped once more on its way', () => {
    expect(aadstsCodeIn(String.raw`{"message":"Failed\r\nAADSTS65001: no consent\r\nTrace"}`)).toBe(
      'AADSTS65001',
    );
  });
});

describe('reading a refusal', () => {
  test('nobody has consented: the number says so whatever MSAL calls it', () => {
    for (const errorClass of ['interaction-required', 'server', 'auth'] as const) {
      expect(explain(refused({ errorClass, text: asEntraWrites(65001) }))).toEqual({
        cause: 'not-consented',
        verdict: 'required',
        next: 'approve',
        code: 'AADSTS65001',
        foreseen: true,
      });
    }
  });

  test('a number in the error code counts where the text has none', () => {
    expect(explain(refused({ errorCode: 'AADSTS53003', text: 'blocked' }))).toMatchObject({
      cause: 'conditional-access',
      verdict: 'blocked',
    });
  });

  test('a loop comes dressed as interaction required and is not "required"', () => {
    expect(explain(refused({ errorCode: 'interaction_required', text: asEntraWrites(50196) }))).toMatchObject(
      {
        cause: 'loop-detected',
        verdict: 'unknown',
        next: 'wait-and-retry',
      },
    );
  });

  test('new Outlook on Windows says only that interaction is required: consent or sign-in, not known which', () => {
    const text = 'InteractionRequired {(Domain com.microsoft.oneauth) (Code 2) (Status 3)}';
    expect(explain(refused({ errorCode: '2', text }))).toEqual({
      cause: 'consent-or-sign-in',
      verdict: 'sign-in-needed',
      next: 'sign-in',
      foreseen: true,
    });
  });

  test('an unforeseen number is unknown, with the number', () => {
    expect(explain(refused({ errorClass: 'server', text: asEntraWrites(99999) }))).toEqual({
      cause: 'unrecognised',
      verdict: 'unknown',
      next: 'wait-and-retry',
      code: 'AADSTS99999',
      foreseen: false,
    });
  });

  test('F5: an unforeseen number does not outweigh that MSAL says interaction required: the click is offered', () => {
    expect(explain(refused({ errorCode: 'interaction_required', text: asEntraWrites(99999) }))).toEqual({
      cause: 'consent-or-sign-in',
      verdict: 'sign-in-needed',
      next: 'sign-in',
      code: 'AADSTS99999',
      foreseen: false,
    });
  });

  test('F5: a wait that Microsoft asks for goes before the click', () => {
    expect(explain(refused({ text: asEntraWrites(99999), retryAfterMs: 5000 }))).toMatchObject({
      cause: 'throttled',
      verdict: 'unknown',
      code: 'AADSTS99999',
      foreseen: false,
    });
  });

  test.each([160021, 50140, 50125, 50097, 50168, 50199, 50135, 50155, 50187, 51006])(
    'F5: AADSTS%i is cured by signing in',
    (number) => {
      for (const errorClass of ['interaction-required', 'server', 'browser-auth'] as const) {
        expect(explain(refused({ errorClass, text: asEntraWrites(number) }))).toMatchObject({
          verdict: 'sign-in-needed',
          next: 'sign-in',
        });
      }
    },
  );

  test.each([
    [
      500200,
      "User account 'mia@outlook.com' is a personal Microsoft account. Personal Microsoft accounts are not supported for this application unless explicitly invited to an organization. Try signing out and signing back in with an organizational account.",
    ],
    [
      500201,
      'We are unable to issue tokens from this API version for a Microsoft account. Please contact the application vendor as they need to use version 2.0 of the protocol to support this.',
    ],
    [500207, "The account type can't be used for the resource you're trying to access."],
    [500208, 'The domain is not a valid login domain for the account type.'],
    [9002332, "Application 'x' is configured for use by Azure Active Directory users only."],
  ])('AADSTS%i is about the kind of account: another one is the cure', (number, sentence) => {
    const refusal = refused({
      errorClass: 'server',
      errorCode: 'invalid_request',
      text: asEntraWrites(number, sentence),
    });
    expect(explain(refusal)).toEqual({
      cause: 'account-not-in-tenant',
      verdict: 'sign-in-needed',
      next: 'sign-in-with-other-account',
      code: `AADSTS${number}`,
      foreseen: true,
    });
    // The next window lets its user choose.
    expect(mayBeAboutName({ kind: 'refused', refusal })).toBe(true);
  });

  test.each([50127, 50129])('F5: AADSTS%i asks for a managed device, which no sign-in gives', (number) => {
    expect(explain(refused({ text: asEntraWrites(number) }))).toMatchObject({
      verdict: 'blocked',
      cause: 'device-not-compliant',
    });
  });

  test.each([
    [
      'several-accounts',
      'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
    ],
    [
      'account-not-in-tenant',
      "User account 'x' from identity provider 'y' does not exist in tenant 'Contoso' and cannot access the application.",
    ],
    // Nobody is told as a fact what Microsoft has not said.
    ['several-accounts', ''],
  ])('AADSTS16000 has two meanings, and its text says which: %s', (cause, text) => {
    expect(explain(refused({ errorCode: 'interaction_required', text: asEntraWrites(16000, text) }))).toEqual(
      {
        cause,
        verdict: 'sign-in-needed',
        next: 'sign-in-with-other-account',
        code: 'AADSTS16000',
        foreseen: true,
      },
    );
  });

  test('F6: our own application is disabled in the organisation', () => {
    const text = asEntraWrites(500014, "The service principal for resource 'api://x' is disabled.");
    expect(explain(refused({ text }))).toMatchObject({
      cause: 'application-disabled',
      verdict: 'blocked',
      next: 'ask-admin-to-enable',
    });
  });

  test.each([50057, 500571])('AADSTS%i: the account is off, and not ExtendSync', (number) => {
    expect(explain(refused({ text: asEntraWrites(number) }))).toMatchObject({
      cause: 'account-disabled',
      next: 'ask-admin-to-enable-account',
    });
  });

  // Wrong passwords, a child's account, an organisation that was not used for long: no policy stops them.
  test.each([50053, 54000, 50015, 5000225])('AADSTS%i names no policy, and none is looked for', (number) => {
    expect(explain(refused({ text: asEntraWrites(number) }))).toMatchObject({
      verdict: 'blocked',
      next: 'ask-admin-about-refusal',
    });
  });

  // A network's or a device's restriction to some tenants, or what two organisations let their people do at each other's.
  test.each([50002, 500021, 500022, 5000211, 500212, 500213, 530084])(
    'AADSTS%i is a policy of an organisation, and no decision of Microsoft’s about it',
    (number) => {
      expect(explain(refused({ text: asEntraWrites(number) }))).toMatchObject({
        cause: 'conditional-access',
        verdict: 'blocked',
        next: 'ask-admin-about-policy',
      });
    },
  );

  test('AADSTS500341: an account that was deleted is not the one to sign in with again', () => {
    const text = asEntraWrites(500341, 'The user account has been deleted from the Contoso directory.');
    expect(explain(refused({ text }))).toMatchObject({
      cause: 'account-unknown',
      next: 'sign-in-with-other-account',
    });
  });

  test.each([50177, 50178])(
    'AADSTS%i: a partner’s administrator has no account there that a policy could ask',
    (number) => {
      const text = asEntraWrites(
        number,
        "User account 'gina' from identity provider 'x' does not exist in tenant 'Contoso' and cannot access the application.",
      );
      expect(explain(refused({ text }))).toMatchObject({
        cause: 'account-not-in-tenant',
        next: 'sign-in-with-other-account',
      });
    },
  );

  const NO_GRAPH =
    'The resource principal named https://graph.microsoft.us was not found in the tenant named Contoso.';
  const GRAPH_OFF = "The service principal for resource 'https://graph.microsoft.com' is disabled.";
  test.each([
    [500011, NO_GRAPH, { cause: 'other-cloud', verdict: 'unknown', next: 'contact-support' }],
    [500014, GRAPH_OFF, { cause: 'tenant-blocked', verdict: 'blocked' }],
  ])('AADSTS%i about Graph is not about our application: no approval cures it', (number, text, meant) => {
    const explained = explain(refused({ text: asEntraWrites(number, text), askedFor: 'graph' }));
    expect(explained).toMatchObject({ ...meant, code: `AADSTS${number}` });
  });

  test('F21: an organisation that lacks the service principal is offered the approval', () => {
    const text = asEntraWrites(
      650052,
      'The app is trying to access a service that your organization lacks a service principal for. Contact your ' +
        'IT Admin to review the configuration of your service subscriptions or consent to the application.',
    );
    expect(explain(refused({ text }))).toMatchObject({
      cause: 'application-not-in-tenant',
      verdict: 'required',
      next: 'approve',
    });
  });

  test.each([900439, 900440, 900382, 90038, 90043, 900432, 90051])(
    'F22: AADSTS%i is another cloud, which waiting does not cure',
    (number) => {
      expect(explain(refused({ text: asEntraWrites(number) }))).toMatchObject({
        cause: 'other-cloud',
        verdict: 'unknown',
        next: 'contact-support',
      });
    },
  );

  test('F23: scopes that are unauthorised or expired want a sign-in or an approval', () => {
    const text = asEntraWrites(
      70000,
      'The request was denied because one or more scopes requested are unauthorized or expired. The user must first ' +
        'sign in and grant the client application access to the requested scope.',
    );
    expect(explain(refused({ text }))).toMatchObject({
      cause: 'consent-or-sign-in',
      verdict: 'sign-in-needed',
      next: 'sign-in',
    });
  });

  test('an unforeseen error shows its name, but never a sentence, an address or a host’s own number', () => {
    const shown = (errorCode: string) => explain(refused({ errorClass: 'auth', errorCode })).code;
    expect(shown('crypto_nonexistent')).toBe('crypto_nonexistent');
    for (const unfit of ['2', '', 'Sign-in failed for mia@contoso.com', '<img src=x>', 'x'.repeat(200)]) {
      expect(shown(unfit)).toBeUndefined();
    }
  });

  test('Microsoft asks for patience: throttled, unless a number knows better', () => {
    expect(explain(refused({ errorClass: 'server', errorCode: 'x', retryAfterMs: 1000 })).cause).toBe(
      'throttled',
    );
    expect(explain(refused({ retryAfterMs: 1000, text: asEntraWrites(65001) })).cause).toBe('not-consented');
  });

  test.each([
    ['consent_required', 'interaction-required', 'not-consented', 'required'],
    ['interaction_required', 'interaction-required', 'consent-or-sign-in', 'sign-in-needed'],
    ['invalid_grant', 'server', 'consent-or-sign-in', 'sign-in-needed'],
    ['login_required', 'interaction-required', 'not-signed-in', 'sign-in-needed'],
    ['no_account_error', 'browser-auth', 'not-signed-in', 'sign-in-needed'],
    ['no_account_found', 'client-auth', 'not-signed-in', 'sign-in-needed'],
    ['user_cancelled', 'browser-auth', 'cancelled', 'sign-in-needed'],
    ['user_canceled', 'client-auth', 'cancelled', 'sign-in-needed'],
    ['popup_window_error', 'browser-auth', 'popup-blocked', 'sign-in-needed'],
    ['empty_window_error', 'browser-auth', 'popup-blocked', 'sign-in-needed'],
    ['no_network_connectivity', 'client-auth', 'network-unreachable', 'unknown'],
    ['network_error', 'client-auth', 'network-unreachable', 'unknown'],
    // F2: a window comes back where a hidden frame cannot.
    ['timed_out', 'browser-auth', 'consent-or-sign-in', 'sign-in-needed'],
    ['monitor_window_timeout', 'server', 'consent-or-sign-in', 'sign-in-needed'],
    ['hash_empty_error', 'browser-auth', 'consent-or-sign-in', 'sign-in-needed'],
    ['temporarily_unavailable', 'server', 'microsoft-unavailable', 'unknown'],
    ['server_error', 'server', 'microsoft-unavailable', 'unknown'],
    ['429', 'server', 'throttled', 'unknown'],
    ['nested_app_auth_bridge_disabled', 'client-auth', 'host-unavailable', 'unknown'],
    ['access_denied', 'server', 'consent-or-sign-in', 'sign-in-needed'],
    ['unauthorized_client', 'server', 'application-misconfigured', 'unknown'],
    ['Temporarily_Unavailable', 'server', 'microsoft-unavailable', 'unknown'],
  ] as const)('without a number, %s (%s) is %s', (errorCode, errorClass, cause, verdict) => {
    expect(explain(refused({ errorClass, errorCode }))).toMatchObject({ cause, verdict, foreseen: true });
  });
});

describe('whatever comes', () => {
  test('no text makes it throw, and without a number nothing but consent_required is "required"', () => {
    fc.assert(
      fc.property(
        anyClass,
        fc.oneof(
          chatter,
          fc.constantFrom('2', 'invalid_grant', 'interaction_required', 'unauthorized_client'),
        ),
        chatter,
        fc.option(fc.nat(), { nil: undefined }),
        (errorClass, errorCode, text, retryAfterMs) => {
          fc.pre(errorCode.toLowerCase() !== 'consent_required');
          const known = retryAfterMs === undefined ? {} : { retryAfterMs };
          expect(explain({ errorClass, errorCode, text, ...known }).verdict).not.toBe('required');
        },
      ),
    );
  });

  test('no throttle, outage or loop is ever "required", however it is dressed and whatever else is named', () => {
    fc.assert(
      fc.property(anyClass, fc.constantFrom(...MEAN_WAIT), chatter, (errorClass, number, noise) => {
        const text = asEntraWrites(number, `${noise} AADSTS65001 consent_required`);
        const { verdict, next } = explain(refused({ errorClass, errorCode: 'consent_required', text }));
        expect({ verdict, next }).toEqual({ verdict: 'unknown', next: 'wait-and-retry' });
      }),
    );
  });

  test('F5: whatever needs a person’s action offers the click, unless a number we know says otherwise', () => {
    const listed = new Set(ENTRA_ERROR_ROWS.map(([number]) => number));
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 99_999_999 }),
        chatter,
        chatter,
        (number, errorCode, noise) => {
          fc.pre(!listed.has(number));
          const text = `${noise} ${asEntraWrites(number)}`;
          expect(explain(refused({ errorClass: 'interaction-required', errorCode, text }))).toMatchObject({
            verdict: 'sign-in-needed',
            next: 'sign-in',
          });
        },
      ),
    );
  });

  test('no number outside the table is ever foreseen or "required"', () => {
    const listed = new Set(ENTRA_ERROR_ROWS.map(([number]) => number));
    fc.assert(
      fc.property(anyClass, fc.integer({ min: 1000, max: 99_999_999 }), (errorClass, number) => {
        fc.pre(!listed.has(number));
        const explained = explain(refused({ errorClass, text: asEntraWrites(number) }));
        expect(explained).toMatchObject({ foreseen: false, code: `AADSTS${number}` });
        expect(explained.verdict).toBe(errorClass === 'interaction-required' ? 'sign-in-needed' : 'unknown');
      }),
    );
  });
});
