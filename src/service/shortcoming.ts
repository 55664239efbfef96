/** Something that does not work although the service answers: what an operator is told of it, and what they have to change. */
export interface Shortcoming {
  readonly because: string;
  readonly change: string;
}
