import { health } from '#platform/server/health.ts';

/** For whoever watches over the installation: 503 when the database cannot be reached. */
export const GET = async (): Promise<Response> => {
  const state = await health();
  const status = state.database === 'up' ? 200 : 503;
  return Response.json(state, { status, headers: { 'cache-control': 'no-store' } });
};
