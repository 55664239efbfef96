import type { AdminRequestWords } from '../../../core/admin-request';
import type { NameProblem } from '../../../core/exchange/names';
import type { LaterMessages as CoreMessages } from '../../../core/pane/message';
import type {
  DiagnosisResult,
  DiagnosisStep,
  DiagnosisValues,
  DiagnosisName,
} from '../../../core/support/diagnosis/diagnosis';
import type { AdminLetterWords } from '../../../core/support/admin-letter';
import type { DeletionWords } from '../../../core/support/deletion-letter';
import type { SupportWords } from '../../../core/support/support-message';
import type { Sentence } from '../catalogue';
import type { Format } from '../format';
import type { PermissionLabels } from '../permissions/catalogue';

/**
 * The words that no first verdict needs: of what users set off themselves, of an open request, and of the screens that
 * they open (showing the link, the limit to a group, access and data, help). They are fetched once a verdict is there,
 * one file per language.
 */
export interface LaterMessages
  extends
    CoreMessages,
    PermissionLabels,
    ToDoMessages,
    RequestMessages,
    ShowingMessages,
    GroupMessages,
    ManageMessages,
    HelpMessages,
    CheckMessages,
    StepMessages {
  /** The word at the present choice in the chooser. */
  'situation.chosen': None;
  /** Until when the attempt in the other window may be finished. */
  'attempt.until': AtTime;
  /** Behind a link that opens outside the pane, for those who do not see its sign. */
  'link.opens-outside': None;
}

type None = Readonly<Record<never, never>>;

type AtTime = { readonly atMs: number };

/** What there is to do in the organisation's situation. */
interface ToDoMessages {
  'steps.title': None;
  'step.done': None;
  'step.next': None;
  'step.later': None;
}

/** Sharing the link, and the open request. */
interface RequestMessages {
  'share.link': None;
  'share.link-being-made': None;
  'share.ways': None;
  'share.message': None;
  'share.subject': None;
  'share.language': None;

  'pending.title': None;
  /** The same when it is over: the request led to the approval. */
  'pending.story': None;
  'pending.asked': { readonly withWhom: string };
  'pending.with-whom': None;
  'pending.with-whom-hint': None;
  'pending.noted': None;
  'pending.at': AtTime;
  'pending.expires': AtTime;

  'withdraw.question': None;
  'withdraw.yes': None;
  'withdraw.no': None;
  /** The same of a link that goes straight to Microsoft. */
  'forget.question': None;
  'forget.yes': None;
}

interface ShowingMessages {
  /** What the picture is, for those who do not see it. */
  'showing.code': None;
  'showing.link': None;
  'showing.phone.title': None;
  'showing.phone.scan': None;
  'showing.phone.sign-in': None;
  /** The same where the link opens no page of ours. */
  'showing.phone.sign-in-there': None;
  'showing.phone.accept': None;
  'showing.phone.then': None;
  'showing.check.title': None;
  'showing.application': None;
  'showing.client-id': None;
  'showing.copy': None;
}

type GroupMessages = {
  'group.name': None;
  'group.name-hint': None;
  /** The button that makes the script. */
  'group.make': None;
  'group.adds-up': None;
  'group.open-entra': None;
  'group.script': None;
  'group.script-lead': { readonly group: string };
  'group.script-copy': None;
  /** How many roles the script assigns; `roles` are Exchange's names. */
  'group.roles': { readonly roles: readonly string[] };
  'group.notes': None;
  'group.test': None;
  'group.test-lead': None;
  'group.mailbox': None;
  'group.mailbox-hint': None;
  'group.test-script': None;
  'group.test-copy': None;
  /** There is no permission that Exchange could limit, or an id is not what it should be. */
  'group.nothing-to-limit': None;
} & {
  readonly [K in NameProblem as `group.problem.${K}`]: None;
} & {
  'exchange-note.exchange-administrator-needed': None;
  'exchange-note.grants-add-up': { readonly scopes: readonly string[] };
  'exchange-note.new-consent-undoes-limit': { readonly scopes: readonly string[] };
  'exchange-note.not-limited': { readonly scopes: readonly string[] };
  'exchange-note.direct-members-only': None;
  'exchange-note.takes-effect-later': { readonly fromMinutes: number; readonly toMinutes: number };
  'exchange-note.replaces-access-policies': None;
};

interface ManageMessages {
  'manage.confirmed': { readonly atMs: number };
  'manage.confirmed.for-you': { readonly atMs: number };
  'manage.not-confirmed': None;
  'manage.situation': None;
  'manage.granted': None;
  'manage.revoke': None;
  'manage.revoke-lead': None;
  'manage.revoke.open': None;
  'manage.revoke.find': None;
  'manage.revoke.permissions': None;
  'manage.revoke.delete': None;
  'manage.revoke.after': None;
  'manage.open-entra': None;
  'manage.client-id': None;
  'manage.copy-client-id': None;
  'manage.deletion': None;
  'manage.deletion-lead': None;
  'manage.deletion-open': None;
}

interface HelpMessages {
  'help.diagnoses': None;
  'help.running': None;
  /** The sentence over the diagnoses: how many failed. */
  'help.run-again': None;
  /** The heading over what Microsoft's last answer means. */
  'help.now': None;
  'help.passed': { readonly count: number };
  /** This installation names no address for letters to the vendor. */
  'letter.no-address': None;
  'help.code': { readonly code: string };
  'help.correlation-id': { readonly correlationId: string };
  'help.support': None;
  'help.support-lead': None;
  'help.letter': None;
  'help.download': None;
  'help.copy': None;
  'help.file': None;
  'help.file-holds': None;
  'help.file-never': None;
  'help.file-loading': None;
  'help.file-text': None;
}

type CheckMessages = {
  /** What is looked into. */
  readonly [K in DiagnosisName as `diagnosis.${K}`]: None;
} & {
  readonly [K in DiagnosisResult as `diagnosis-result.${K}`]: None;
} & {
  /** What came out, and why. */
  readonly [K in DiagnosisPair as `diagnosis.${K}`]: DiagnosisValues;
} & {
  /** A pair that this list does not have. */
  'diagnosis.other': None;
};

/** Every diagnosis with every reason that it can give; a test holds the list to `core/support/diagnosis/diagnosis`. */
export type DiagnosisPair =
  | 'service-reachable.as-it-should-be'
  | 'service-reachable.offline'
  | 'service-reachable.throttled'
  | 'service-reachable.no-answer'
  | 'service-reachable.not-asked-yet'
  | 'sign-in-kind.as-it-should-be'
  | 'sign-in-kind.standard-client'
  | 'sign-in-kind.outside-outlook'
  | 'sign-in-kind.host-silent'
  | 'sign-in-kind.not-asked-yet'
  | 'storage-allowed.as-it-should-be'
  | 'storage-allowed.blocked'
  | 'storage-allowed.blocked-not-needed'
  | 'storage-allowed.maybe-blocked'
  | 'storage-allowed.not-asked-yet'
  | 'mailbox-of-account.as-it-should-be'
  | 'mailbox-of-account.guest'
  | 'mailbox-of-account.personal'
  | 'mailbox-of-account.on-premises'
  | 'mailbox-of-account.same-domain'
  | 'mailbox-of-account.other-tenant'
  | 'mailbox-of-account.tenant-not-named'
  | 'mailbox-of-account.mailbox-not-known'
  | 'mailbox-of-account.account-not-known'
  | 'alias-domain.alias'
  | 'alias-domain.same-domain'
  | 'alias-domain.other-tenant'
  | 'alias-domain.tenant-not-named'
  | 'alias-domain.mailbox-not-known'
  | 'alias-domain.account-not-known'
  | 'consultant.as-it-should-be'
  | 'consultant.guest'
  | 'consultant.account-not-in-tenant'
  | 'consultant.consultant-or-wrong-account'
  | 'consultant.tenant-not-named'
  | 'consultant.mailbox-not-known'
  | 'consultant.account-not-known'
  | 'consent-tenant.as-it-should-be'
  | 'consent-tenant.right-now-wrong-before'
  | 'consent-tenant.wrong-tenant'
  | 'consent-tenant.nobody-returned'
  | 'consent-tenant.not-proven'
  | 'user-assigned.as-it-should-be'
  | 'user-assigned.not-assigned'
  | 'user-assigned.not-asked-yet'
  | 'application-enabled.as-it-should-be'
  | 'application-enabled.disabled'
  | 'application-enabled.not-in-tenant-yet'
  | 'application-enabled.not-asked-yet'
  | 'conditional-access.as-it-should-be'
  | 'conditional-access.policy'
  | 'conditional-access.device'
  | 'conditional-access.multi-factor'
  | 'conditional-access.not-asked-yet'
  | 'grant-spread.as-it-should-be'
  | 'grant-spread.nobody-returned'
  | 'grant-spread.spreading'
  | 'grant-spread.arrived'
  | 'grant-spread.still-refused'
  | 'grant-spread.not-proven'
  | 'consent-breadth.as-it-should-be'
  | 'consent-breadth.nothing-granted-yet'
  | 'consent-breadth.only-you'
  | 'consent-breadth.not-proven'
  | 'consent-breadth.not-asked-yet';

/** What to do about it: a button, a link, or a sentence where there is nothing to press. */
type StepMessages = {
  readonly [K in Exclude<DiagnosisStep['do'], 'wait' | 'approve-for-tenant'> as `diagnosis-step.${K}`]: None;
} & {
  'diagnosis-step.wait': { readonly untilMs: number };
  /** `tenant` is a domain, or an id. */
  'diagnosis-step.approve-for-tenant': { readonly tenant: string };
};

export type LaterKey = keyof LaterMessages;

/** All that a language must have for what comes after the verdict, beside the pane's catalogue. */
export interface LaterCatalogue {
  readonly messages: { readonly [K in LaterKey]: Sentence<LaterMessages[K]> };
  /** The message that asks an administrator. */
  readonly request: Omit<AdminRequestWords, 'language' | 'direction'>;
  /** The message to support. */
  readonly support: (format: Format) => SupportWords;
  /** The request to delete the organisation's data. */
  readonly deletion: (format: Format) => Omit<DeletionWords, 'named'>;
  /** The letters to an administrator. */
  readonly admin: Omit<AdminLetterWords, 'named'>;
}
