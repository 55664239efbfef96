import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { createStore } from '../../../src/app/store';
import type { ApprovalEvent } from '../../../src/core/approval/event';
import type { ApprovalAction, ApprovalScreenModel } from '../../../src/core/approval/screens/model';
import { ApprovalPage } from '../../../src/ui/approval/approval-page';
import type { OutlookTheme } from '../../../src/core/theme-kind';
import { de } from '../../../src/ui/strings/de';
import { en } from '../../../src/ui/strings/en';
import { approvalDe } from '../../../src/ui/strings/approval/de';
import { approvalEn } from '../../../src/ui/strings/approval/en';
import { createApprovalWords, type ApprovalWords } from '../../../src/ui/strings/approval/words';
import { CONTOSO, FABRIKAM } from '../../support/evidence';
import { ManualClock } from '../../support/manual-clock';
import { sampleScreen, SAMPLE_NOW_MS, SAMPLE_SCREENS } from './sample-screens';

// What is hidden from whom, and what axe finds, the gallery examines in a browser, on every one of these screens; here it
// would be worked out anew for each query.
configure({ defaultHidden: true });

const clock = new ManualClock(SAMPLE_NOW_MS);
const now = (): number => clock.now();
const english = createApprovalWords({
  language: 'en',
  catalogue: en,
  approvalCatalogue: approvalEn,
  locale: 'en-GB',
  now,
});
const german = createApprovalWords({
  language: 'de',
  catalogue: de,
  approvalCatalogue: approvalDe,
  locale: 'de-AT',
  now,
});

function renderPage(model: ApprovalScreenModel, words: ApprovalWords = english) {
  const { store, set } = createStore(model);
  const theme = createStore<OutlookTheme>({ kind: 'light' });
  const heard: ApprovalEvent[] = [];
  const result = render(
    <ApprovalPage
      screen={store}
      theme={theme.store}
      words={words}
      send={(event) => {
        heard.push(event);
      }}
    />,
  );
  return {
    ...result,
    heard,
    become: (next: ApprovalScreenModel) => act(() => set(next)),
    dress: (look: OutlookTheme) => act(() => theme.set(look)),
  };
}

const title = (): HTMLElement => screen.getByRole('heading', { level: 1 });
/** Lazy parts have come when no placeholder stands any more. */
const wholeScreen = () => waitFor(() => expect(screen.queryByRole('img')).toBeNull());

const actionsOf = ({ primary, others, checkNow }: ApprovalScreenModel): readonly ApprovalAction[] =>
  [primary, ...others, checkNow].filter((action) => action !== undefined);

describe.each([...SAMPLE_SCREENS])('the screen "%s"', (_, model) => {
  test('has its title as the one first heading and as the tab’s name, and says what core says', async () => {
    renderPage(model);
    await wholeScreen();
    const words = english.tell(model.title);
    expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual([
      words,
    ]);
    expect(document.title).toBe(`${words} · ExtendSync`);
    const shown = within(screen.getByRole('main'));
    for (const message of model.lead) expect(shown.getByText(english.tell(message))).toBeVisible();
    for (const message of model.announcement)
      expect(screen.getByRole('status')).toHaveTextContent(english.tell(message));
    if (model.notice) {
      const notice = english.tell(model.notice.text);
      expect(screen.getByRole('status')).toHaveTextContent(notice);
      expect(screen.getAllByText(notice)[0]).toBeVisible();
    }
  });

  test('has at most one primary action, and every control has a name and tells the store what it means', async () => {
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    const { container, heard } = renderPage(model);
    await wholeScreen();
    expect(container.querySelectorAll('[data-look="primary"]').length).toBeLessThanOrEqual(1);
    for (const control of screen.queryAllByRole('button')) expect(control).toHaveAccessibleName();
    const actions = actionsOf(model).filter(({ busy }) => busy !== true);
    for (const { label } of actions) {
      await user.click(screen.getByRole('button', { name: english.tell(label) }));
    }
    expect(heard).toEqual(
      actions.map((action) =>
        'composes' in action
          ? { type: 'receipt-copy-asked', text: english.receipt(action.composes) }
          : action.event,
      ),
    );
  });
});

test.each(['invitation', 'confirmed', 'denied'] as const)('the screen "%s" speaks German', async (name) => {
  const model = sampleScreen(name);
  renderPage(model, german);
  await wholeScreen();
  expect(title()).toHaveTextContent(german.tell(model.title));
});

test('the green check stands on the confirmed screen, and on no other', () => {
  const green = [...SAMPLE_SCREENS].flatMap(([name, model]) => {
    const { container, unmount } = renderPage(model);
    const there = container.querySelector('[data-green-check]') !== null;
    unmount();
    return there ? [name] : [];
  });
  expect(green).toEqual([
    'confirmed',
    'confirmed-without-autopilot',
    'confirmed-for-groups',
    'confirmed-copied',
  ]);
});

test('a confirmed screen in any other tone has no green check', () => {
  const { container } = renderPage({ ...sampleScreen('confirmed'), tone: 'plain' });
  expect(container.querySelector('[data-green-check]')).toBeNull();
});

describe('the invitation', () => {
  test('names the organisation, the application with its id, its publisher, and until when the link works', () => {
    renderPage(sampleScreen('invitation'));
    const facts = within(screen.getByRole('region', { name: 'The request' }));
    expect(facts.getByText('contoso.example')).toBeVisible();
    expect(facts.getByText('11111111-2222-4333-8444-555555555555')).toBeVisible();
    expect(facts.getByText('Publisher')).toBeVisible();
    expect(facts.getByText(/works until 23 Dec 2026, \d\d:\d\d\.$/)).toBeVisible();
  });

  test('names a tenant that was asked by its id as Microsoft knows it, and else says whose word the name is', () => {
    const organisation = () =>
      within(screen.getByRole('region', { name: 'The request' }))
        .getAllByRole('term')
        .slice(0, 2)
        .map((term) => `${term.textContent}: ${term.nextElementSibling?.textContent ?? ''}`);
    const { become } = renderPage(sampleScreen('invitation-unverified'));
    expect(organisation()).toEqual([
      'Asked for: contoso.example (the sender’s word; not confirmed by Microsoft)',
      `Tenant ID: ${CONTOSO}`,
    ]);
    expect(title()).not.toHaveTextContent('contoso.example');
    // Words run as the page does, whatever the name in them; a name or an id runs as it does itself.
    expect(screen.getByText(/the sender’s word/)).toHaveProperty('tagName', 'DD');
    expect(screen.getByText(CONTOSO)).toHaveProperty('tagName', 'BDI');
    become(sampleScreen('invitation-verified'));
    expect(organisation()).toEqual(['Organisation: contoso.example', `Tenant ID: ${CONTOSO}`]);
    expect(title()).toHaveTextContent('contoso.example');
    become(sampleScreen('invitation-other-name'));
    expect(organisation()[0]).toBe(`Tenant ID: ${FABRIKAM}`);
    expect(title()).not.toHaveTextContent('contoso.example');
    expect(screen.getByRole('status')).toHaveTextContent(/contoso\.example belongs to another organisation/);
  });

  test('lists every permission with its reason, its name and whom it acts for', () => {
    const { container } = renderPage(sampleScreen('invitation'));
    const asked = [...container.querySelectorAll('[data-asked]')];
    expect(asked).toHaveLength(13);
    expect(asked.at(-2)).toHaveTextContent(
      'Read groups, and see that this approval is in placeDirectory.Read.All',
    );
    expect(screen.getByRole('heading', { name: 'By itself, without anybody signed in' })).toBeVisible();
  });

  test('says who can approve, what approving does not do, and how to take it back', async () => {
    renderPage(sampleScreen('invitation'));
    expect(screen.getByText(/Global Administrator or Privileged Role Administrator/)).toBeVisible();
    expect(screen.getByText(/shares no password/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'How to take it back' }));
    expect(screen.getByText(/Enterprise applications/)).toBeVisible();
  });

  test('a button that is busy keeps its name and the focus, and sends nothing', async () => {
    const { heard } = renderPage(sampleScreen('invitation-leaving'));
    const button = screen.getByRole('button', { name: 'Continue to Microsoft' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button);
    expect(button).toHaveFocus();
    expect(heard).toEqual([]);
  });

  test('is operated by keyboard alone', async () => {
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    const { heard } = renderPage(sampleScreen('invitation'));
    await user.tab();
    expect(screen.getByRole('button', { name: /How will your organisation use ExtendSync/ })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('radio', { name: 'I am not sure' })).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    await user.tab();
    expect(screen.getByRole('button', { name: 'Continue to Microsoft' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(heard).toEqual([
      { type: 'situation-answered', situation: 'group-edition' },
      { type: 'continue-asked' },
    ]);
  });

  test('is read out as a question with its answers, each by its name and, once, by what it changes', () => {
    renderPage(sampleScreen('invitation'));
    const group = screen.getByRole('radiogroup', { name: 'How will your organisation use ExtendSync?' });
    expect(group).toHaveAccessibleDescription(/^Your answer decides what Microsoft’s page asks/);
    for (const answer of within(group).getAllByRole('radio')) {
      expect(answer).toHaveAccessibleDescription(/^(Asks for|Takes \d+ away)/);
      expect(answer).not.toHaveAccessibleName(/Asks for|Takes/);
    }
  });
});

describe('the focus', () => {
  test('goes to the title of the screen that an act brought, and is not taken otherwise', async () => {
    const page = renderPage(sampleScreen('sign-in'));
    page.become(sampleScreen('spreading'));
    expect(title()).not.toHaveFocus();
    page.become(sampleScreen('sign-in'));
    await userEvent.click(screen.getByRole('button', { name: 'Sign in to confirm' }));
    page.become(sampleScreen('confirmed'));
    await wholeScreen();
    expect(title()).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent('Approved, and confirmed by Microsoft');
  });
});

test('news under the same title is said aloud: Microsoft’s page has not come up by itself', () => {
  const page = renderPage(sampleScreen('starting'));
  const region = screen.getByRole('status');
  expect(region).toHaveTextContent(/Microsoft’s page opens/);
  page.become(sampleScreen('starting-overdue'));
  expect(region).toHaveTextContent(/Microsoft’s page has not come up yet/);
});

test('the receipt shows whose grant it is, of what, when and how it was checked, in words (U23)', async () => {
  renderPage(sampleScreen('confirmed'));
  await wholeScreen();
  const receipt = within(screen.getByRole('region', { name: 'Receipt' }));
  for (const text of [
    'Contoso',
    'c0000000-0000-4000-8000-000000000001',
    '24 November 2026 at 10:42:00 UTC',
    'Microsoft told our service what is granted to the whole organisation',
    /We keep no names/,
  ])
    expect(receipt.getByText(text)).toBeVisible();
});

test('Microsoft’s code and the correlation id stand where support can be told them', () => {
  renderPage(sampleScreen('blocked'));
  const details = within(screen.getByRole('region', { name: 'For our support' }));
  expect(details.getByText('AADSTS50105')).toBeVisible();
  expect(details.getByText('c0ffee00-0000-4000-8000-000000000001')).toBeVisible();
  // Written from the left, and beginning where its name begins: in Arabic at the right.
  const code = details.getByText('AADSTS50105');
  expect(code).toHaveAttribute('dir', 'ltr');
  expect(code.closest('dl')?.querySelector('dd[dir], div[dir]')).toBeNull();
});

test('before the first check the line about the checks has no clock without a time', () => {
  const { container, become } = renderPage(sampleScreen('unasked-refused'));
  const clockThere = (): boolean =>
    container.querySelector('[data-status-line] > span:first-child svg') !== null;
  expect(clockThere()).toBe(false);
  become(sampleScreen('spreading'));
  expect(clockThere()).toBe(true);
});

test('a check that the administrator asks for is said aloud, also where it changes nothing', async () => {
  const page = renderPage(sampleScreen('spreading'));
  const { checks, ...rest } = sampleScreen('spreading');
  if (!checks) throw new Error('The sample has no checks');
  await userEvent.click(screen.getByRole('button', { name: 'Check now' }));
  page.become({ ...rest, checks: { ...checks, busy: true } });
  expect(screen.getByRole('status')).toHaveTextContent('Asking Microsoft…');
  page.become({ ...rest, checks });
  expect(screen.getByRole('status')).toHaveTextContent('Checked 10:42');
});

test.each(['spreading', 'not-arrived'] as const)(
  'while a grant is only spreading ("%s"), Microsoft’s code stays behind its heading until it is wanted',
  async (name) => {
    renderPage(sampleScreen(name));
    expect(screen.queryByText('AADSTS65001')).toBeNull();
    const heading = screen.getByRole('button', { name: 'For our support' });
    expect(heading).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(heading);
    expect(screen.getByText('AADSTS65001')).toBeVisible();
  },
);

test('the page takes over its language and direction, and follows the system into the dark', () => {
  const page = renderPage(sampleScreen('invitation'), {
    ...german,
    pane: { ...german.pane, direction: 'rtl' },
  });
  expect(document.documentElement.lang).toBe('de');
  expect(document.documentElement.dir).toBe('rtl');
  page.dress({ kind: 'dark' });
  expect(document.documentElement.style.colorScheme).toBe('dark');
});

test('the last check stands with its time, the next is told to whoever points at it, and nothing ticks (U24)', async () => {
  const page = renderPage(sampleScreen('spreading'));
  const status = screen.getByTitle(/^Next check: /);
  expect(status).toBeVisible();
  expect(status).toHaveTextContent('Checked 10:42');
  expect(clock.pending).toBe(0);
  await act(() => clock.advance(1000));
  expect(status).toHaveTextContent('Checked 10:42');
  page.unmount();
  expect(clock.pending).toBe(0);
});
