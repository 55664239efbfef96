/**
 * Whether a click is the second of a double click (https://www.w3.org/TR/uievents/#event-type-click, `detail`). The
 * first has done what was meant, and the screen may have changed under the pointer: the second must answer nothing that
 * nobody has read. Keys have no count.
 */
export const isSecondOfTwo = (detail: number): boolean => detail > 1;
