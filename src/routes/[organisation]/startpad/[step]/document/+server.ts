import { slugFrom } from '#rooms/organisations/slugs.ts';
import { stepDocument } from '#rooms/startpath/server/index.ts';
import { writtenHere } from '../../step-here.server.ts';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The text as a document to save and adapt, called after its title. */
export const GET = async ({ locals: { who }, params }) => {
  const { title, bytes } = await stepDocument(who, writtenHere(params));
  const name = `${slugFrom(title) || params.step}.docx`;
  return new Response(bytes, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
};
