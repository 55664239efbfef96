import { diagnoseAlias, diagnoseConsentTenant, diagnoseConsultant, diagnoseMailbox } from './account';
import { diagnoseService, diagnoseSignInKind, diagnoseStorage } from './connection';
import {
  DIAGNOSES,
  type Diagnosis,
  type DiagnosisName,
  type KnownFacts,
  type Outcome,
  type Surroundings,
} from './diagnosis';
import { diagnoseBreadth, diagnoseSpread } from './grant';
import { diagnoseAssigned, diagnoseConditionalAccess, diagnoseEnabled } from './organisation';

/** Makes every diagnosis, in the order of `DIAGNOSES`. Total: whatever the facts say, each has a result. */
export const diagnose = (facts: KnownFacts, surroundings: Surroundings): readonly Diagnosis[] =>
  DIAGNOSES.map((name) => ({ name, ...DIAGNOSE[name](facts, surroundings) }));

const DIAGNOSE: Readonly<Record<DiagnosisName, (facts: KnownFacts, surroundings: Surroundings) => Outcome>> =
  {
    'service-reachable': diagnoseService,
    'sign-in-kind': diagnoseSignInKind,
    'storage-allowed': diagnoseStorage,
    'mailbox-of-account': diagnoseMailbox,
    'alias-domain': diagnoseAlias,
    consultant: diagnoseConsultant,
    'consent-tenant': diagnoseConsentTenant,
    'user-assigned': diagnoseAssigned,
    'application-enabled': diagnoseEnabled,
    'conditional-access': diagnoseConditionalAccess,
    'grant-spread': diagnoseSpread,
    'consent-breadth': diagnoseBreadth,
  };
