import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import type { State } from '../../../src/core/pane/state';
import { screenOf } from '../../../src/core/pane/screens/screen';
import type { Action, ShareAction } from '../../../src/core/pane/screens/model';
import { renderPane } from './render-pane';
import { SAMPLE_NAMES, SAMPLE_STATES, type SampleName } from './sample-states';

// What is hidden from whom, and what axe finds, the gallery examines in a browser, on every one of these screens; here it
// would be worked out anew for each query.
configure({ defaultHidden: true });
// A press of every button takes seconds on a machine that is busy.
jest.setTimeout(20_000);

/** What the store is told of a press; the message of a shared request is composed at the press. */
const toldBy = (action: Action | ShareAction): unknown =>
  'event' in action
    ? action.event
    : { type: action.asks, message: expect.objectContaining({ way: action.way, link: action.facts?.link }) };

/** Lazy parts have come when no placeholder stands any more: the first of a kind takes its time on a machine that is busy. */
const wholeScreen = () =>
  waitFor(() => expect(document.querySelector('[data-loading]')).toBeNull(), { timeout: 10_000 });

const GREEN: readonly SampleName[] = [
  'granted',
  'granted-with-steps',
  'granted-by-request',
  'granted-without-autopilot',
];

describe.each(SAMPLE_NAMES)('the screen "%s"', (name: SampleName) => {
  const state: State = SAMPLE_STATES[name];
  const model = screenOf(state);

  test('says what core says below one first heading, has at most one primary action, a name for every control, and the green check where it belongs', async () => {
    const { container, words } = renderPane(state);
    await wholeScreen();
    // Part D of the findings: no second brand row under Outlook’s own title, and no picture over what one goes back from.
    expect(container.querySelector('header')).toBeNull();
    const [title] = screen.getAllByRole('heading', { level: 1 });
    expect(title?.previousElementSibling === null).toBe(
      model.others.some((action) => action.name === 'back'),
    );
    expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual([
      words.say(model.title),
    ]);
    const shown = within(screen.getByRole('main'));
    for (const message of model.lead) expect(shown.getByText(words.say(message))).toBeVisible();
    for (const message of model.announcement)
      expect(screen.getAllByRole('status').at(-1)).toHaveTextContent(words.say(message));
    expect(container.querySelectorAll('[data-look="primary"]').length).toBeLessThanOrEqual(1);
    const roles = ['button', 'textbox', 'combobox', 'link', 'img'] as const;
    for (const control of roles.flatMap((role) => screen.queryAllByRole(role))) {
      expect(control).toHaveAccessibleName();
    }
    expect(container.querySelector('[data-green-check]') !== null).toBe(GREEN.includes(name));
  });

  test('tells the store what each of its actions means', async () => {
    const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
    const { heard, words, later } = renderPane(state);
    await wholeScreen();
    const actions: readonly (Action | ShareAction)[] = [
      ...(model.primary ? [model.primary] : []),
      ...(model.choices ?? []).map(({ action }) => action),
      ...model.others,
      // The screen for showing has the link, and not the ways to send it.
      ...(model.share?.link === undefined || model.name === 'showing' ? [] : model.share.ways),
      ...(model.notice?.action ? [model.notice.action] : []),
      ...(model.notice?.reminder ? [model.notice.reminder] : []),
      ...(model.steps ?? []).flatMap(({ action }) => action ?? []),
    ].filter(({ busy }) => busy !== true);
    // Quieter actions stand behind "More", and a request is not withdrawn by one press.
    const more = screen.queryByRole('button', { name: words.label('actions.more') });
    if (more) await user.click(more);
    for (const action of actions) {
      await user.click(
        screen.getByRole('button', {
          name: words.knows(action.label) ? words.say(action.label) : later.say(action.label),
        }),
      );
      if (action.name === 'withdraw')
        await user.click(screen.getByRole('button', { name: later.tell('withdraw.yes') }));
    }
    expect(heard).toEqual(actions.map(toldBy));
  });
});

test('the green check comes with the organisation, the time and a tick for every permission', async () => {
  const { container } = renderPane(SAMPLE_STATES.granted);
  await wholeScreen();
  expect(screen.getByText('Contoso Manufacturing')).toBeVisible();
  expect(screen.getByText('Confirmed by Microsoft: 10:41')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'All 13 permissions granted' }));
  await wholeScreen();
  const lines = [...container.querySelectorAll('[data-permission]')];
  // Those of the sign-in are one line.
  expect(lines).toHaveLength(10);
  expect(
    lines.flatMap((line) => line.querySelector('[translate="no"]')?.textContent?.split(', ') ?? []),
  ).toHaveLength(13);
  for (const line of lines) expect(within(line as HTMLElement).getByText('Granted')).toBeVisible();
});

test('each missing permission is named with its reason, its scope and the word for its state', async () => {
  const { container } = renderPane(SAMPLE_STATES.partial);
  await wholeScreen();
  const missing = [...container.querySelectorAll('[data-state="missing"]')];
  expect(missing.map(({ textContent }) => textContent)).toEqual([
    'Read groups, and see that this approval is in placeMissing · Directory.Read.All',
  ]);
});

test('9.3: what is approved for use without Autopilot is called so, with the way to add Autopilot below', async () => {
  const pane = renderPane(SAMPLE_STATES['granted-without-autopilot']);
  await wholeScreen();
  expect(
    screen.getByText(/^Contoso Manufacturing has approved ExtendSync for use without Autopilot\./),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Add Autopilot' }));
  expect(pane.heard).toEqual([{ type: 'situation-asked' }]);
});

test('9.2: approved and not confirmed for everyone: one step leads on, and none approves a second time', async () => {
  const pane = renderPane(SAMPLE_STATES['granted-not-confirmed']);
  await wholeScreen();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    'Approved by an administrator, not yet confirmed for everyone',
  );
  expect(screen.queryByRole('button', { name: 'Approve as administrator' })).toBeNull();
  // What Mia's own token holds is Mia's; nobody knows yet that it is nobody else's.
  await userEvent.click(screen.getByRole('button', { name: /^What ExtendSync asks for/ }));
  await wholeScreen();
  expect(screen.queryByText('For you only')).toBeNull();
  expect(screen.getAllByText('Granted to you').length).toBeGreaterThan(3);
  await userEvent.click(screen.getByRole('button', { name: 'Confirm as administrator' }));
  expect(pane.heard).toEqual([{ type: 'confirmation-asked' }]);
});

test('Microsoft’s code stands where the administrator can copy it', () => {
  renderPane(SAMPLE_STATES.blocked);
  expect(screen.getByText('AADSTS50105')).toBeVisible();
  expect(screen.getByText('0f6c2d1e-7a34-4b9a-9d38-6a2f4c5d7e11')).toBeVisible();
  // Written from the left, and beginning where its name begins: in Arabic at the right.
  expect(screen.getByText('AADSTS50105')).toHaveAttribute('dir', 'ltr');
  expect(document.querySelector('dd[dir]')).toBeNull();
});

test('the request’s history is told from its beginning', () => {
  renderPane(SAMPLE_STATES['waiting-denied']);
  const steps = within(screen.getByRole('region', { name: 'Your request' })).getAllByRole('listitem');
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    'You opened a message in Outlook10:17',
    'The link was opened10:38',
    'The request was turned down10:40',
  ]);
});
