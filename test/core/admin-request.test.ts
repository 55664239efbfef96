import fc from 'fast-check';
import {
  adminRequest,
  mailtoUrl,
  teamsShareUrl,
  type AdminRequestFacts,
  type AdminRequestWords,
} from '../../src/core/admin-request';

const LINK = 'https://consent.extendsync.example/grant.html?request=q7Xw9sT2uV4yZ6aB8cD0eF';

const ENGLISH: AdminRequestWords = {
  language: 'en',
  direction: 'ltr',
  subject: ({ organisation }) => `Please approve ExtendSync for ${organisation ?? 'our organisation'}`,
  confirmSubject: ({ organisation }) => `Please confirm ExtendSync for ${organisation ?? 'our organisation'}`,
  reminderSubject: ({ organisation }) => `Reminder: ExtendSync for ${organisation ?? 'our organisation'}`,
  greeting: () => 'Hello,',
  ask: ({ organisation }) =>
    `I would like to use ExtendSync. Could you approve it for ${organisation ?? 'our organisation'}?`,
  confirm: () => 'ExtendSync is approved. Could you confirm it for everybody?',
  remind: () => 'I am still waiting for ExtendSync.',
  why: () => 'It takes an administrator, once for everybody.',
  whyConfirm: () => 'Only an administrator sees that.',
  link: ({ straightToMicrosoft }) =>
    straightToMicrosoft ? "This link opens Microsoft's page:" : 'This link explains it:',
  confirmLink: () => 'Nothing is approved anew here:',
  linkLabel: () => 'Review the request',
  thanks: () => 'Thank you!',
};

/** Long and in a script whose letters take six characters each in an address. */
const ARABIC: AdminRequestWords = {
  ...ENGLISH,
  language: 'ar',
  direction: 'rtl',
  subject: ({ organisation }) => `يرجى الموافقة على ExtendSync من أجل ${organisation ?? 'مؤسستنا'}`,
  ask: () => 'أرجو الموافقة على استخدام هذا التطبيق لجميع العاملين في المؤسسة ',
  why: () => 'يلزم أن يوافق أحد المسؤولين مرة واحدة عن الجميع '.repeat(20).trim(),
  link: () => 'يشرح هذا الرابط كل شيء خطوة بخطوة قبل أن تقرر',
};

const ask = (facts: Partial<AdminRequestFacts> = {}) =>
  adminRequest({
    requesterName: 'Mia Example',
    organisation: 'Contoso',
    link: LINK,
    straightToMicrosoft: false,
    words: ENGLISH,
    ...facts,
  });

test('9.2: where an approval is there, the message asks to confirm it, and nowhere to approve', () => {
  const link = `${LINK}&confirm=1`;
  const { subject, textBody, shortTextBody, htmlBody, chatText } = ask({ confirms: true, link });
  expect(subject).toBe('Please confirm ExtendSync for Contoso');
  expect(chatText).toBe('ExtendSync is approved. Could you confirm it for everybody?');
  expect(textBody).toBe(
    [
      'Hello,',
      chatText,
      'Only an administrator sees that.',
      `Nothing is approved anew here:\n${link}`,
      'Thank you!\nMia Example',
    ].join('\n\n'),
  );
  for (const text of [textBody, shortTextBody, htmlBody]) {
    expect(text).toContain('Nothing is approved anew here:');
    expect(text).not.toMatch(/Could you approve|It takes an administrator/);
  }
});

/** What a mail program reads out of the address. */
function readMailto(address: string): {
  readonly to: string;
  readonly headers: readonly (readonly [string, string])[];
} {
  const [to = '', query = ''] = address.replace(/^mailto:/, '').split('?');
  const headers = query.split('&').map((pair): readonly [string, string] => {
    const [name = '', value = ''] = pair.split('=');
    return [name, decodeURIComponent(value)];
  });
  return { to, headers };
}

const TURNS_TEXT = /[\u200E\u200F\u202A-\u202E\u2066\u2067]/;

describe('the message', () => {
  test('U22: is in the first person, three sentences and the link, and signed', () => {
    const { subject, textBody } = ask();
    expect(subject).toBe('Please approve ExtendSync for Contoso');
    expect(textBody.split('\n\n')).toEqual([
      'Hello,',
      'I would like to use ExtendSync. Could you approve it for Contoso?',
      'It takes an administrator, once for everybody.',
      `This link explains it:\n${LINK}`,
      'Thank you!\nMia Example',
    ]);
  });

  test('U11: a reminder is shorter, and says what it is', () => {
    const { subject, textBody, htmlBody } = ask({ reminder: true });
    expect(subject).toBe('Reminder: ExtendSync for Contoso');
    expect(textBody.split('\n\n')).toEqual([
      'Hello,',
      'I am still waiting for ExtendSync.',
      `This link explains it:\n${LINK}`,
      'Thank you!\nMia Example',
    ]);
    expect(htmlBody).not.toContain('once for everybody');
  });

  test('says when the link goes straight to Microsoft', () => {
    expect(ask({ straightToMicrosoft: true }).textBody).toContain(
      "This link opens Microsoft's page:\n" + LINK,
    );
    expect(ask().textBody).toContain('This link explains it:\n' + LINK);
  });

  test('can be sent by somebody without a name, for an organisation without one', () => {
    const {
      requesterName: _,
      organisation: __,
      ...nameless
    } = {
      link: LINK,
      straightToMicrosoft: false,
      words: ENGLISH,
      requesterName: 'dropped',
      organisation: 'dropped',
    };
    const { subject, textBody, htmlBody } = adminRequest(nameless);
    expect(subject).toBe('Please approve ExtendSync for our organisation');
    expect(textBody).toContain('Could you approve it for our organisation?');
    expect(textBody).toMatch(/Thank you!$/);
    expect(`${subject}${textBody}${htmlBody}`).not.toMatch(/undefined|dropped/);
    expect(ask({ requesterName: 'Mi\u0007a\u0000\u009B' }).textBody).toMatch(/\nMi a$/);
    expect(ask({ requesterName: ' \r\n\u202E ', organisation: '' }).textBody).toMatch(/Thank you!$/);
  });

  test('a name that is a script stays a name', () => {
    const { htmlBody } = ask({
      requesterName: '<script>alert("x")</script>',
      organisation: `"><img src=x onerror='y'>`,
    });
    expect(htmlBody).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
    expect(htmlBody).not.toMatch(/<script|<img/);
    const tags = [...htmlBody.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag);
    expect(new Set(tags)).toEqual(new Set(['div', 'p', 'br', 'a', 'small']));
  });

  test('no name, however hostile, adds a tag, a line or a turn of the text', () => {
    // With a name under it, and without one.
    const plain = [ask(), ask({ requesterName: '' })];
    const tagsOf = (html: string) => html.match(/<[^>]*>/g);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (requesterName, organisation) => {
          const asked = ask({ requesterName, organisation });
          expect(plain.map(({ htmlBody }) => tagsOf(htmlBody))).toContainEqual(tagsOf(asked.htmlBody));
          expect(plain.map(({ textBody }) => textBody.split('\n').length)).toContain(
            asked.textBody.split('\n').length,
          );
          expect(asked.subject).not.toMatch(/[\r\n]/);
          expect(asked.textBody).not.toMatch(TURNS_TEXT);
          expect(asked.textBody.split('\u2068')).toHaveLength(asked.textBody.split('\u2069').length);
        },
      ),
    );
  });

  test('a very long name is shortened, whole characters only, and the message stays within the limits of a draft', () => {
    const asked = ask({ requesterName: '👩‍💻'.repeat(500), organisation: 'Contoso '.repeat(500) });
    expect(asked.subject.length).toBeLessThanOrEqual(255);
    expect(asked.htmlBody.length).toBeLessThan(32 * 1024);
    expect(asked.textBody).toMatch(/Thank you!\n.+…$/u);
    expect(asked.textBody).not.toMatch(/\p{Surrogate}/u);
    expect(ask({ words: { ...ENGLISH, subject: () => 'x'.repeat(999) } }).subject).toHaveLength(255);
  });

  test('a link that is not https is never made one', () => {
    expect(ask({ link: 'javascript:alert(1)' }).htmlBody).not.toContain('<a');
    expect(ask({ link: 'https://x.example/"onclick="y' }).htmlBody).toContain(
      'href="https://x.example/&quot;onclick=&quot;y"',
    );
  });

  test('right to left: the body says so, and names of people do not turn it', () => {
    const { htmlBody, textBody } = ask({ words: ARABIC, requesterName: 'ميا' });
    expect(htmlBody).toMatch(/^<div lang="ar" dir="rtl">/);
    expect(textBody).toContain('\u2068ميا\u2069');
    expect(ask({ requesterName: 'ميا' }).textBody).toContain('Thank you!\n\u2068ميا\u2069');
  });
});

describe('by the mail program', () => {
  test('carries the whole message where it fits', () => {
    const asked = ask();
    const { to, headers } = readMailto(mailtoUrl(asked));
    expect(to).toBe('');
    expect(headers).toEqual([
      ['subject', asked.subject],
      ['body', asked.textBody.replaceAll('\n', '\r\n')],
    ]);
  });

  test('carries the short message where the whole one is too long, and the link alone where even that is', () => {
    const long = ask({ words: { ...ENGLISH, why: () => 'y'.repeat(2000) } });
    expect(readMailto(mailtoUrl(long)).headers[1]?.[1]).toBe(long.shortTextBody.replaceAll('\n', '\r\n'));
    expect(long.shortTextBody).toContain('I would like to use ExtendSync');
    const longer = ask({ words: { ...ARABIC, ask: () => 'ي'.repeat(500) } });
    expect(readMailto(mailtoUrl(longer)).headers[1]?.[1]).toBe(LINK);
  });

  test('stays below 2,000 characters in every language, with the link uncut', () => {
    for (const words of [ENGLISH, ARABIC, { ...ARABIC, subject: () => '承認'.repeat(200) }]) {
      const address = mailtoUrl(ask({ words, organisation: '株式会社'.repeat(50) }));
      expect(address.length).toBeLessThanOrEqual(2000);
      expect(readMailto(address).headers[1]?.[1]).toContain(LINK);
    }
  });

  test('no name smuggles in a header, a recipient or a line', () => {
    const hostile = 'Mia\r\nBcc: eve@evil.example&cc=eve@evil.example?to=eve#x%0D%0ABcc:y';
    const { to, headers } = readMailto(mailtoUrl(ask({ requesterName: hostile, organisation: hostile })));
    expect(to).toBe('');
    expect(headers.map(([name]) => name)).toEqual(['subject', 'body']);
    expect(headers[0]?.[1]).not.toMatch(/[\r\n]/);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const address = mailtoUrl({ subject: text, textBody: text, shortTextBody: text, link: LINK });
        expect(address).toMatch(/^mailto:\?subject=[^&#?\s]*&body=[^&#?\s]*$/);
        expect(readMailto(address).headers[0]?.[1]).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test('half a character does not break it', () => {
    expect(mailtoUrl({ subject: '\uD83D', textBody: 'x\uDC00', shortTextBody: '', link: LINK })).toBe(
      'mailto:?subject=&body=x%EF%BF%BD',
    );
  });
});

describe('by Teams', () => {
  test('opens the share page with the link and at most 200 characters of text', () => {
    const url = new URL(teamsShareUrl(`${LINK}&x=1#y`, `${ask().chatText} ${'and more '.repeat(50)}`));
    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/share');
    expect([...url.searchParams.keys()]).toEqual(['href', 'msgText']);
    expect(url.searchParams.get('href')).toBe(`${LINK}&x=1#y`);
    const text = url.searchParams.get('msgText') ?? '';
    expect(text.startsWith('I would like to use ExtendSync')).toBe(true);
    expect(text.length).toBeLessThanOrEqual(200);
  });
});
