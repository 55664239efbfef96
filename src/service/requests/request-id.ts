import { createHash, randomBytes } from 'node:crypto';
import type { RequestId } from '../../core/api/requests';

declare const brand: unique symbol;

/** What the database knows a request by: the SHA-256 of its id. Who reads the database cannot use the links. */
export type RequestKey = string & { readonly [brand]: 'RequestKey' };

/** 128 bits that nobody guesses, as 22 characters of base64url. */
export const newRequestId = (): RequestId => randomBytes(16).toString('base64url');

export const requestKeyOf = (id: RequestId): RequestKey => hashOf(id) as RequestKey;

/** SHA-256 of a text, in base64url. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
