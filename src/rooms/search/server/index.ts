export { fileDocument, unfileDocument } from './file.ts';
export type { DocumentKind, OpenKind } from './file.ts';
export { findAmong, findLike, search } from './find.ts';
export type { Found, Hit } from './find.ts';
