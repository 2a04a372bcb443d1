import { openapi } from '../openapi.ts';

/** Open to everybody: it says what can be asked, and nothing of anybody. */
export const GET = () =>
  Response.json(openapi('/api/v1'), { headers: { 'x-content-type-options': 'nosniff' } });
