import type { Actor } from '../../src/platform/actor.ts';
import { readingAs } from '../../src/rooms/people/server/index.ts';

type Load = (event: object) => unknown;
type Loads = { load?: Load };

export type Page = {
  /** The folder of the page below src/routes/[organisation], '' for the start page. */
  folder: string;
  params?: Record<string, string>;
  search?: string;
  /** After an action that refused, a page is loaded by POST. */
  method?: 'GET' | 'POST';
};

/** Loads a page as the server does for a request of this person: the layout and the page, together in one transaction. */
export async function loadPage(
  place: { organisationId: string; personId: string; slug: string },
  { folder, params = {}, search = '', method = 'GET' }: Page,
): Promise<unknown> {
  const routes = '../../src/routes/[organisation]';
  const layout = (await import(/* @vite-ignore */ `${routes}/+layout.server.ts`)) as Loads;
  const page = (await import(
    /* @vite-ignore */ `${routes}${folder && `/${folder}`}/+page.server.ts`
  )) as Loads;
  return readingAs(
    place,
    async (here) => {
      const event = eventOf(here.actor, { slug: place.slug, here, params, folder, search, method });
      const given = await layout.load?.(event);
      return page.load?.({ ...event, parent: async () => given });
    },
    () => {
      throw new Error('nobody of that id works here');
    },
  );
}

type Asked = { slug: string; here: object } & Required<Page>;

const eventOf = (who: Actor, { slug, here, params, folder, search, method }: Asked) => ({
  locals: { who, here, askedAt: new Date() },
  params: { organisation: slug, ...params },
  route: { id: `/[organisation]${folder && `/${folder}`}` },
  url: new URL(`https://trekkracht.test/${slug}/${folder}${search}`),
  request: new Request(`https://trekkracht.test/${slug}/${folder}`, { method }),
  cookies: { get: () => undefined, set: () => {}, delete: () => {} },
  depends: () => {},
  setHeaders: () => {},
  untrack: (read: () => unknown) => read(),
});
