import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WITH_WHOM_MOST } from '../../../src/core/pane/memory';
import { linkChunks } from '../../../src/ui/pane/later/link-chunks';
import { ar } from '../../../src/ui/strings/ar';
import { renderPane } from './render-pane';
import { SAMPLE_SUPPORT } from './sample-support';
import { SAMPLE_STATES } from './sample-states';

const link = SAMPLE_STATES.showing.link.phase === 'made' ? SAMPLE_STATES.showing.link.link : '';
const here = () => waitFor(() => expect(document.querySelector('[data-loading]')).toBeNull());

describe('the chooser', () => {
  test('one click answers, and the present choice says so in a word', async () => {
    const pane = renderPane(SAMPLE_STATES['situation-chosen']);
    const chosen = screen.getByRole('button', { name: 'Autopilot for certain groups' });
    expect(chosen).toHaveAttribute('aria-current', 'true');
    expect(chosen).toHaveAccessibleDescription(/^Chosen\./);
    await userEvent.click(screen.getByRole('button', { name: 'I am not sure' }));
    expect(pane.heard).toEqual([{ type: 'situation-chosen', situation: 'not-sure' }]);
  });
});

test('a double click is one answer: its second click reads no question that comes up under it', async () => {
  const pane = renderPane(SAMPLE_STATES.required);
  await userEvent.dblClick(screen.getByRole('button', { name: 'Ask your administrator' }));
  expect(pane.heard).toEqual([{ type: 'share-asked' }]);
  const chooser = renderPane(SAMPLE_STATES['situation-chosen']);
  fireEvent.click(screen.getByRole('button', { name: 'I am not sure' }), { detail: 2 });
  expect(chooser.heard).toEqual([]);
});

test('the steps tell what is done, what is next and what comes later', async () => {
  renderPane(SAMPLE_STATES['granted-with-steps']);
  await here();
  const steps = within(screen.getByRole('region', { name: 'What there is to do' })).getAllByRole('listitem');
  expect(steps.map((step) => step.getAttribute('data-state'))).toEqual([
    'done',
    'done',
    'next',
    'later',
    'later',
    'later',
    'later',
  ]);
  expect(steps[0]).toHaveTextContent(/Done$/);
  expect(steps[2]).toHaveAttribute('aria-current', 'step');
  expect(within(steps[2]!).getByRole('button', { name: 'Make the script' })).toBeVisible();
  // U20: Microsoft has proved the first two; the rest is a person's to tick.
  expect(within(steps[0]!).queryByRole('checkbox')).toBeNull();
  expect(within(steps[2]!).getByRole('checkbox', { name: /Choose the group/ })).not.toBeChecked();
});

describe('the note of whom the person asked', () => {
  const field = () => screen.getByRole('textbox', { name: 'Whom did you ask?' });

  test('takes as many characters as are kept of it', () => {
    renderPane(SAMPLE_STATES.waiting);
    expect(field()).toHaveAttribute('maxlength', String(WITH_WHOM_MOST));
  });

  test('is kept at Enter, once', async () => {
    const user = userEvent.setup();
    const pane = renderPane(SAMPLE_STATES.waiting);
    await user.type(field(), 'Priya in IT{Enter}');
    expect(pane.heard).toEqual([{ type: 'recipient-noted', withWhom: 'Priya in IT' }]);
    expect(screen.getByText('Noted')).toBeVisible();
    expect(field()).toHaveFocus();
    await user.tab();
    expect(pane.heard).toHaveLength(1);
  });

  test('is kept when the field is left, and not when nothing changed', async () => {
    const user = userEvent.setup();
    const pane = renderPane(SAMPLE_STATES['waiting-reminder']);
    await user.click(field());
    await user.tab();
    expect(pane.heard).toEqual([]);
    await user.clear(field());
    await user.tab();
    expect(pane.heard).toEqual([{ type: 'recipient-noted', withWhom: '' }]);
  });

  test('is kept when another screen comes while one types, and goes on there where the field stands again', async () => {
    const user = userEvent.setup();
    const pane = renderPane(SAMPLE_STATES.waiting);
    await user.type(field(), 'Priya');
    await pane.become({ ...SAMPLE_STATES.arriving, request: SAMPLE_STATES.waiting.request });
    expect(pane.heard).toEqual([{ type: 'recipient-noted', withWhom: 'Priya' }]);
    expect(field()).toHaveFocus();
    await user.type(field(), ' in IT');
    await pane.become(SAMPLE_STATES.granted);
    expect(pane.heard).toHaveLength(2);
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });
});

describe('showing the link', () => {
  test('the groups together are the link, letter by letter', async () => {
    const { container } = renderPane(SAMPLE_STATES.showing);
    expect(await screen.findByRole('img', { name: /^QR code/ })).toBeVisible();
    expect(container.querySelector('[data-link]')?.textContent).toBe(link);
    expect(screen.getByText(SAMPLE_STATES.showing.setup.clientId)).toBeVisible();
  });

  const SIGN_IN = 'Read the page, go on to Microsoft and sign in as an administrator.';
  const ACCEPT = 'Check what Microsoft lists, and accept.';
  const APPROVERS = 'It takes a Global Administrator or Privileged Role Administrator to approve.';
  const EXPLAINS = /^Send this link to somebody .* It explains what is asked and why\.$/;
  const WORDS = [
    EXPLAINS,
    /^This link leads straight to Microsoft/,
    /one of them confirms it once\.$/,
    APPROVERS,
  ];
  test.each([
    ['sharing', [EXPLAINS, APPROVERS]],
    ['sharing-straight', [/^This link leads straight to Microsoft/, APPROVERS]],
    ['sharing-confirm', [/one of them confirms it once\.$/]],
  ] as const)(
    '%s: what is said of the link, and of who is needed, is what it leads to',
    async (state, said) => {
      renderPane(SAMPLE_STATES[state]);
      await here();
      for (const words of WORDS)
        expect(screen.queryAllByText(words)).toHaveLength(
          said.some((one) => String(one) === String(words)) ? 1 : 0,
        );
    },
  );

  const CHECK = 'What Microsoft’s page must show';
  test.each([
    ['showing', [SIGN_IN, ACCEPT], true],
    ['showing-straight', ['Sign in at Microsoft as an administrator.', ACCEPT], true],
    // Microsoft lists nothing, and asks nobody to accept.
    ['showing-confirm', [SIGN_IN], false],
  ] as const)('%s: the steps are those behind this link', async (state, steps, isChecked) => {
    renderPane(SAMPLE_STATES[state]);
    await screen.findByRole('img', { name: /^QR code/ });
    const [, ...after] = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(after).toEqual(steps);
    expect(screen.queryAllByText(CHECK)).toHaveLength(isChecked ? 1 : 0);
  });

  test('a link that nobody would type is only a picture', async () => {
    const { container } = renderPane(SAMPLE_STATES['showing-straight']);
    await screen.findByRole('img', { name: /^QR code/ });
    expect(container.querySelector('[data-link]')).toBeNull();
    expect(linkChunks('javascript:alert(1)')).toBeUndefined();
  });

  test.each([
    ['https://extendsync.example/grant.html?request=Q2x5bXBpYS1yZXF1ZXN0Xw', []],
    // What one types after the id does not swallow it.
    ['https://extendsync.example/grant.html?request=Q2x5bXBpYS1yZXF1ZXN0Xw&confirm=1', ['&confirm=', '1']],
  ])('%s is typed group by group, and is whole', (typed, after) => {
    const chunks = linkChunks(typed)?.map(({ text }) => text) ?? [];
    expect(chunks).toEqual([
      'https://',
      'extendsync.example',
      '/grant.html?request=',
      ...['Q2x5', 'bXBp', 'YS1y', 'ZXF1', 'ZXN0', 'Xw'],
      ...after,
    ]);
    expect(chunks.join('')).toBe(typed);
  });

  test('the code has four modules of white around it, and black corners within', async () => {
    renderPane(SAMPLE_STATES.showing);
    const code = await screen.findByRole('img', { name: /^QR code/ });
    const side = Number(code.getAttribute('viewBox')?.split(' ')[2]);
    const [ground, modules] = [...code.children];
    expect(ground?.getAttribute('fill')).toBe('#ffffff');
    expect(ground?.getAttribute('width')).toBe(String(side));
    // The finder patterns begin with seven dark modules, at the left and at the right.
    const path = modules?.getAttribute('d') ?? '';
    expect(path).toMatch(/^M4 4h7v1h-7z/);
    expect(path).toContain(`M${String(side - 11)} 4h7v1h-7z`);
    expect(path).toContain(`M4 ${String(side - 5)}h7`);
  });
});

describe('the limit to a group', () => {
  const group = () => screen.findByRole('textbox', { name: 'Group' });

  test('a mistake is told when the script is asked for, and not while one types', async () => {
    const user = userEvent.setup();
    renderPane(SAMPLE_STATES.group);
    await user.type(await group(), 'Sales*');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Make the script' }));
    expect(screen.getByRole('alert')).toHaveTextContent(/asterisk/);
    expect(await group()).toHaveAccessibleDescription(/asterisk/);
    expect(await group()).toBeInvalid();
    await user.type(await group(), '{Backspace}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('group', { name: 'Script that tests the limit' })).toBeVisible();
  });

  test('that a script has come below is said aloud, once while it follows what is typed, and it is read in English', async () => {
    const user = userEvent.setup();
    renderPane(SAMPLE_STATES.group, { language: 'ar', catalogue: ar, locale: 'ar-EG' });
    const name = /Exchange Online PowerShell/;
    const field = await screen.findByRole('textbox');
    const said = () => screen.getAllByRole('status').flatMap((region) => [...region.children]);
    const before = said();
    await user.type(field, 'Sales{Enter}');
    const [news, ...more] = said().filter((one) => !before.includes(one));
    expect(news).toHaveTextContent(name);
    expect(more).toEqual([]);
    await user.type(field, ' EMEA');
    expect(said()).toHaveLength(before.length + 1);
    expect(said()).toContain(news);
    const block = screen.getByRole('group', { name });
    expect(block).not.toHaveAttribute('lang');
    expect(within(block).getByText(/^# Limits what ExtendSync/)).toHaveAttribute('lang', 'en');
  });

  test('the script that is copied is the one on the screen, and names the group', async () => {
    const user = userEvent.setup();
    const pane = renderPane(SAMPLE_STATES.group);
    await user.type(await group(), 'Sales EMEA{Enter}');
    await user.click(screen.getByRole('button', { name: 'Copy the script' }));
    const block = screen.getByRole('group', { name: 'Script for Exchange Online PowerShell' });
    const script = block.textContent ?? '';
    expect(script).toContain("'Sales EMEA'");
    expect(pane.heard).toEqual([{ type: 'copy-asked', text: script }]);
    await pane.become({ ...SAMPLE_STATES.group, handedOver: { what: 'copy', ok: true } });
    expect(screen.getAllByText('Copied.')[0]).toBeVisible();
  });
});

describe('access and data', () => {
  test('U24: says since when, how to take it back, and prepares the request to delete', async () => {
    const pane = renderPane(SAMPLE_STATES.manage);
    await here();
    // U24: a time to read, and none that stands still while it grows.
    expect(
      screen.getByText('Microsoft confirmed the access for the whole organisation (10:41).'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /Open Microsoft Entra/ })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Prepare the request' }));
    expect(pane.heard).toEqual([{ type: 'letter-asked', letter: 'deletion' }]);
  });

  test('claims nothing after a revocation', async () => {
    renderPane(SAMPLE_STATES['manage-revoked']);
    await here();
    expect(screen.getByText('At present, no access is confirmed.')).toBeVisible();
  });
});

describe('help', () => {
  test('shows what failed with Microsoft’s code and the way on', async () => {
    const { container } = renderPane(SAMPLE_STATES['help-not-assigned']);
    await here();
    const [first] = [...container.querySelectorAll('[data-diagnosis]')];
    expect(first).toHaveAttribute('data-diagnosis', 'user-assigned');
    // It is headed by what was looked at, which is true whatever came of it.
    expect(first).toHaveTextContent(
      /^Who may use ExtendSyncNeeds attention · Your organisation lets only certain people/,
    );
    expect(first).toHaveTextContent('AADSTS50105');
    expect(screen.getByRole('link', { name: /Assign people in Entra/ })).toBeVisible();
    expect(container.querySelector('[data-now]')).toHaveTextContent(/^Access is blocked/);
    expect(container.querySelectorAll('[data-result="not-known"]')).toHaveLength(0);
  });

  test('says what is missing although nothing is wrong, and how to get it', async () => {
    renderPane(SAMPLE_STATES.help);
    await here();
    expect(screen.getByText('One approval is needed')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Ask your administrator' })).toBeVisible();
  });

  test('9.10: leads to the very organisation in which somebody approved by mistake', async () => {
    const pane = renderPane(SAMPLE_STATES['help-wrong-tenant']);
    await here();
    const { consentedIn } = SAMPLE_STATES['help-wrong-tenant'];
    const undo = screen.getByRole('link', { name: /Undo the other approval in Entra/ });
    expect(undo).toHaveAttribute('href', expect.stringContaining(`https://portal.azure.com/${consentedIn}/`));
    await userEvent.click(screen.getByRole('button', { name: 'Approve for contoso.com' }));
    expect(pane.heard).toEqual([{ type: 'approval-asked' }]);
  });

  test('keeps the step, and the focus on it, while Microsoft is asked anew', async () => {
    const pane = renderPane(SAMPLE_STATES['help-not-assigned']);
    await here();
    const step = document.querySelector<HTMLElement>('[data-action="letter"]')!;
    step.focus();
    await pane.become({
      ...SAMPLE_STATES['help-not-assigned'],
      probing: SAMPLE_STATES['required-checking-again'].probing,
    });
    expect(step).toHaveFocus();
    expect(step).toHaveAttribute('aria-disabled', 'true');
    await pane.become(SAMPLE_STATES['help-not-assigned']);
    expect(step).toHaveFocus();
    expect(step).not.toHaveAttribute('aria-disabled');
  });

  test('runs again, and hands over what support needs', async () => {
    const user = userEvent.setup();
    const pane = renderPane(SAMPLE_STATES.help);
    await here();
    for (const name of ['Run again', 'Save the file', 'Copy the file’s text', 'Write to support'])
      await user.click(screen.getByRole('button', { name }));
    expect(pane.heard).toEqual([
      { type: 'check-asked' },
      { type: 'diagnostics-asked', how: 'download' },
      { type: 'diagnostics-asked', how: 'copy' },
      { type: 'letter-asked', letter: 'support' },
    ]);
  });

  test('the file can be read before it is handed over', async () => {
    renderPane(SAMPLE_STATES.help);
    await here();
    await userEvent.click(screen.getByRole('button', { name: 'See what is in the file' }));
    const file = await screen.findByRole('group', { name: 'Text of the diagnostic file' });
    expect(JSON.parse(file.textContent ?? '')).toMatchObject({ type: 'extendsync.diagnostics', version: 1 });
  });
});

test('a part that a cut in the network kept away can be asked for again, and the pane stays whole', async () => {
  let networkIsBack = false;
  const pane = renderPane(SAMPLE_STATES.help, {
    support: {
      ...SAMPLE_SUPPORT,
      diagnosticText: (state) =>
        networkIsBack ? SAMPLE_SUPPORT.diagnosticText(state) : Promise.reject(new Error('ChunkLoadError')),
    },
  });
  await here();
  await userEvent.click(screen.getByRole('button', { name: 'See what is in the file' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /could not be loaded.*close ExtendSync and open it again/,
  );
  expect(screen.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
  const again = () => screen.getByRole('button', { name: 'Try again' });
  const [failed, toldFirst] = [again(), screen.getByRole('alert')];
  await userEvent.click(failed);
  // If it does not come that is said anew, and the focus stays with the button.
  await waitFor(() => expect(toldFirst).not.toBeInTheDocument());
  expect(screen.getByRole('alert')).toBeVisible();
  expect(again()).toHaveFocus();
  networkIsBack = true;
  await userEvent.click(again());
  expect(await screen.findByRole('group', { name: 'Text of the diagnostic file' })).toBeVisible();
  expect(document.body).not.toHaveFocus();
  expect(pane.clock.pending).toBeLessThan(2);
});

test('the language of the message is the person’s choice', async () => {
  const pane = renderPane(SAMPLE_STATES.sharing);
  const select = await screen.findByRole('combobox', { name: 'Language of the message' });
  expect(select).toHaveValue('en');
  await userEvent.selectOptions(select, 'Deutsch');
  expect(pane.languages).toEqual(['de']);
});
