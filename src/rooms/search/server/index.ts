export { fileDocument, unfileDocument } from './file.ts';
export type { DocumentKind } from './file.ts';
export { findLike, search } from './find.ts';
export type { Hit } from './find.ts';
