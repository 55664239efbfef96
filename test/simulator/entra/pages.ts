import { entraTimestamp, type Refusal } from './errors';
import { PAGE_STYLE } from './page-style';

/** Text for HTML, in element content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const MARK = `<p class="mark"><svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" focusable="false"><rect x="2" y="9" width="18" height="11" rx="3" fill="currentColor" opacity=".75"/><path d="M6 9V7a5 5 0 0 1 10 0v2" fill="none" stroke="currentColor" stroke-width="2.4"/></svg>Simulated sign-in</p>`;

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - SIMULATED</title>
<link rel="icon" href="data:,">
<style>${PAGE_STYLE}</style>
</head>
<body>
<header><p class="banner"><strong>SIMULATED</strong> tenant for tests and demonstrations. This is not Microsoft.</p></header>
<main>
${MARK}
${content}
</main>
</body>
</html>
`;
}

/** Where a screen's form goes (path and query), and what it carries along. */
export interface FormTarget {
  readonly action: string;
  readonly userId?: string;
}

function form(target: FormTarget, content: string): string {
  const user =
    target.userId === undefined
      ? ''
      : `<input type="hidden" name="simulated_user" value="${escapeHtml(target.userId)}">`;
  return `<form method="post" action="${escapeHtml(target.action)}">${user}${content}</form>`;
}

function step(name: string, label: string, primary = false): string {
  return `<button type="submit" name="simulated_step" value="${name}"${primary ? ' class="primary"' : ''}>${escapeHtml(label)}</button>`;
}

export interface AccountChoice {
  readonly userId: string;
  readonly name: string;
  readonly upn: string;
  readonly signedIn: boolean;
}

/** The account picker. Each button's name is "name upn"; the hinted account is first and has the focus. */
export function signInPage(
  target: FormTarget,
  appName: string,
  accounts: readonly AccountChoice[],
  options: { readonly hinted?: string | undefined; readonly cancellable: boolean },
): string {
  const items = accounts
    .map(
      (account) =>
        `<li>${form(
          { action: target.action, userId: account.userId },
          `<button type="submit" name="simulated_step" value="sign-in"${account.userId === options.hinted ? ' autofocus' : ''}><span class="face" aria-hidden="true">${escapeHtml(account.name.slice(0, 1))}</span> <span><span class="who">${escapeHtml(account.name)}</span> <span class="where">${escapeHtml(account.upn)}</span></span></button>`,
        )}</li>`,
    )
    .join('\n');
  return page(
    'Pick an account',
    `<h1>Pick an account</h1>
<p class="soft">to continue to ${escapeHtml(appName)}. No password is needed here.</p>
<ul class="accounts">
${items}
</ul>
${options.cancellable ? form(target, `<div class="actions">${step('cancel', 'Cancel')}</div>`) : ''}`,
  );
}

export interface ListedPermission {
  readonly title: string;
  readonly scope: string;
  readonly kind: 'delegated' | 'application';
}

export interface ConsentScreen {
  readonly appName: string;
  readonly publisher: string;
  readonly upn: string;
  readonly tenantName: string;
  readonly permissions: readonly ListedPermission[];
  /** 'organisation': admin consent; 'person': own consent; 'choice': an administrator may tick the organisation. */
  readonly reach: 'organisation' | 'person' | 'choice';
}

/** "Permissions requested": the list, Accept and Cancel. */
export function consentPage(target: FormTarget, screen: ConsentScreen): string {
  const items = screen.permissions
    .map(
      (permission) =>
        `<li><span>${escapeHtml(permission.title)}<code>${escapeHtml(permission.scope)}${permission.kind === 'application' ? ' (application)' : ''}</code></span></li>`,
    )
    .join('\n');
  const heading =
    screen.reach === 'organisation'
      ? 'Permissions requested: review for your organization'
      : 'Permissions requested';
  const meaning =
    screen.reach === 'organisation'
      ? `If you accept, this app will get access to the specified resources for all users in ${screen.tenantName}. No one else will be prompted to review these permissions.`
      : 'Accept only if you trust this app. You can take your consent back at any time.';
  const choice =
    screen.reach === 'choice'
      ? `<label class="choice"><input type="checkbox" name="simulated_for_organization" value="yes"> <span>Consent on behalf of your organization</span></label>`
      : '';
  return page(
    'Permissions requested',
    `<p class="soft">${escapeHtml(screen.upn)}</p>
<h1>${heading}</h1>
<p><strong>${escapeHtml(screen.appName)}</strong><br><span class="soft">${escapeHtml(screen.publisher)}</span></p>
<h2>This app would like to:</h2>
<ul class="permissions">
${items}
</ul>
<p class="soft">${escapeHtml(meaning)}</p>
${form(target, `${choice}<div class="actions">${step('cancel', 'Cancel')}${step('accept', 'Accept', true)}</div>`)}`,
  );
}

/** "Need admin approval", for people who may not grant what is asked. */
export function approvalPage(
  target: FormTarget,
  about: {
    readonly appName: string;
    readonly upn: string;
    readonly refused: Refusal;
    readonly nowMs: number;
  },
): string {
  return page(
    'Need admin approval',
    `<p class="soft">${escapeHtml(about.upn)}</p>
<h1>Need admin approval</h1>
<p><strong>${escapeHtml(about.appName)}</strong></p>
<p>${escapeHtml(about.appName)} needs permission to access resources in your organization that only an admin can grant. Please ask an admin to grant permission to this app before you can use it.</p>
<p class="soft">AADSTS${about.refused.number} &middot; ${entraTimestamp(about.nowMs)}</p>
<p class="soft">Have an admin account? Sign in with that account, or go back to the app without granting consent.</p>
${form(target, `<div class="actions">${step('switch', 'Sign in with another account')}${step('back', 'Back', true)}</div>`)}`,
  );
}

/** "Sorry, but we're having trouble signing you in", for what is never told to the app by a redirect. */
export function errorPage(refused: Refusal, nowMs: number, again?: FormTarget): string {
  return page(
    'Trouble signing in',
    `<h1>Sorry, but we’re having trouble signing you in.</h1>
<p>AADSTS${refused.number}: ${escapeHtml(refused.text)}</p>
<dl><dt>Error code</dt><dd>${refused.number}</dd><dt>Timestamp</dt><dd>${entraTimestamp(nowMs)}</dd></dl>
${again === undefined ? '' : form(again, `<div class="actions">${step('switch', 'Sign in with another account', true)}</div>`)}`,
  );
}

/** response_mode=form_post: a page that posts the answer to the application at once, by button where scripts are off. */
export function formPostPage(redirectUri: string, answer: URLSearchParams): string {
  const fields = [...answer]
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  return page(
    'Working on it',
    `<h1>Working on it</h1>
<form method="post" action="${escapeHtml(redirectUri)}">${fields}<div class="actions"><button type="submit" class="primary">Continue</button></div></form>
<script>document.forms[0].submit();</script>`,
  );
}

/** `/error?code=…`: where error_uri leads. */
export function lookupPage(number: string): string {
  return page(
    'Error',
    `<h1>Error ${escapeHtml(number)}</h1><p>Microsoft explains its error numbers in the reference of AADSTS error codes.</p>`,
  );
}

/** The page after signing out. */
export function signedOutPage(): string {
  return page('Signed out', `<h1>You signed out of your account</h1><p>You can close this window.</p>`);
}

/** Where somebody enters the code that another device shows. */
export function deviceCodePage(target: FormTarget, wrong: string | undefined): string {
  return page(
    'Enter code',
    `<h1>Enter code</h1>
${wrong === undefined ? '' : `<p>That code did not work: ${escapeHtml(wrong)}</p>`}
${form(target, `<label>Code <input name="otc" autocomplete="off" required></label><div class="actions">${step('code', 'Next', true)}</div>`)}`,
  );
}

/** The end of a sign-in for another device. */
export function deviceDonePage(signedIn: boolean): string {
  return page(
    'Done',
    signedIn
      ? '<h1>You have signed in on your device.</h1><p>You can close this window.</p>'
      : '<h1>You declined the request.</h1>',
  );
}
