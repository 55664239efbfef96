/** A draft that an add-in or a person started: recipients, subject, cleaned body, Send and Discard. */
import { drawings, element, icon } from './element';
import type { DraftRequest } from './outlook-methods';
import { safeHtml } from './safe-html';

/** What is sent: recipients as typed, separated by semicolons. */
export interface SentDraft {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** Draws the draft. Exactly one of the two callbacks is called, once, when the person decides. */
export function draftView(
  draft: DraftRequest,
  sent: (what: SentDraft) => void,
  discarded: () => void,
): HTMLElement {
  const to = element('input', {
    id: 'draft-to',
    type: 'text',
    value: draft.to.join('; '),
    autocomplete: 'off',
  });
  const cc = element('input', {
    id: 'draft-cc',
    type: 'text',
    value: draft.cc.join('; '),
    autocomplete: 'off',
  });
  const subject = element('input', {
    id: 'draft-subject',
    type: 'text',
    value: draft.subject,
    autocomplete: 'off',
  });
  const body = element(
    'div',
    {
      class: 'draft-body',
      contenteditable: 'true',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': 'Message body',
      tabindex: '0',
    },
    safeHtml(draft.htmlBody, document),
  );
  const send = element(
    'button',
    {
      type: 'button',
      class: 'primary',
      onclick: () => sent({ to: to.value, subject: subject.value, body: body.innerHTML }),
    },
    icon(drawings.sent),
    'Send',
  );
  const discard = element('button', { type: 'button', onclick: discarded }, 'Discard');
  const row = (name: string, input: HTMLInputElement): HTMLElement =>
    element('div', { class: 'draft-row' }, element('label', { for: input.id }, name), input);
  return element(
    'section',
    { class: 'draft', 'aria-label': 'Draft' },
    element('div', { class: 'commands' }, send, discard),
    row('To', to),
    row('Cc', cc),
    row('Subject', subject),
    body,
  );
}
