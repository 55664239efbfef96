import { permissionId, type Permission, type PermissionSet } from '../../permissions';
import { permissionSetFor, SITUATIONS, type SituationChoice } from '../../situation';
import { tell, type ApprovalMessage } from '../message';
import type { QuestionModel } from './model';
import { askedSet, isBegun, situationOf, type ApprovalState } from '../state';

/** How the organisation uses ExtendSync: whoever approves can answer it, and sees what each answer asks for. */
export function questionOf(state: ApprovalState): QuestionModel {
  const chosen = situationOf(state) ?? 'not-sure';
  const options: readonly SituationChoice[] = [...SITUATIONS, 'not-sure'];
  return {
    isAnswered: situationOf(state) !== undefined,
    off: isBegun(state),
    options: options.map((situation) => ({
      situation,
      isChosen: situation === chosen,
      isSuggested: situation === state.suggested,
      changes:
        situation === chosen
          ? [tell('approval.question.this-list', { count: askedSet(state).length })]
          : changesTo(permissionSetFor(situation, state.setup.set), askedSet(state)),
      event: { type: 'situation-answered', situation },
    })),
  };
}

/** What another list adds to the one that stands on the page, and what it takes away. */
function changesTo(other: PermissionSet, present: PermissionSet): readonly ApprovalMessage[] {
  const added = missingFrom(present, other);
  const taken = missingFrom(other, present);
  if (added.length + taken.length === 0) return [tell('approval.question.same-list')];
  return [
    ...(added.length === 0 ? [] : [tell('approval.question.adds', valuesOf(added))]),
    ...(taken.length === 0 ? [] : [tell('approval.question.takes', valuesOf(taken))]),
  ];
}

function missingFrom(list: PermissionSet, of: PermissionSet): PermissionSet {
  const held = new Set(list.map(permissionId));
  return of.filter((permission) => !held.has(permissionId(permission)));
}

const valuesOf = (permissions: readonly Permission[]) => ({
  scopes: permissions.map(({ scope }) => scope),
  workAlone: permissions.every(({ kind }) => kind === 'application'),
});
