import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { formatMoment } from '#platform/dates.ts';
import { Conflict, Forbidden } from '#platform/errors.ts';
import { sentence } from '#platform/sentences.ts';
import { neededFields, staffFields } from '#rooms/people/staff/fields.ts';
import { fieldLabel, problemSentence } from '#rooms/people/staff/labels.ts';
import { maxStaffListBytes } from '#rooms/people/staff/text.ts';
import { previewStaffList, staffImportWaiting } from '#rooms/people/server/index.ts';

export const load = async ({ locals: { who } }) => {
  const waiting = await staffImportWaiting(who);
  return {
    waiting: waiting && {
      id: waiting.id,
      fileName: waiting.fileName,
      when: formatMoment(waiting.madeAt, waiting.now),
      isRunning: waiting.state === 'applying',
    },
    needed: neededFields.map(fieldLabel),
    useful: staffFields.filter((field) => !neededFields.includes(field)).map(fieldLabel),
  };
};

const refuse = (file: string) => fail(422, { problems: { file } });

export const actions = {
  previewStaffList: async (event) => {
    const { who } = event.locals;
    if (!who.may('previewStaffList')) throw new Forbidden();
    const file = await uploaded(event);
    if (file === 'too_large' || file === 'no_file') return refuse(problemSentence(file));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await previewStaffList(who, { fileName: file.name, bytes }).catch(asProblem);
    if ('sentence' in read) return refuse(read.sentence);
    if (read.problem) return refuse(problemSentence(read.problem, read.missing));
    redirect(303, `/${event.params.organisation}/personeelslijst/${read.id}`);
  },
};

/** Somebody else's list waits, or is being taken over: said where the file was chosen. */
function asProblem(error: unknown): { sentence: string } {
  if (error instanceof Conflict) return { sentence: sentence(error.reason, error.particulars) };
  throw error;
}

/** The file of the form. What is far too large is refused by the server while it still comes in. */
async function uploaded({ request }: RequestEvent): Promise<File | 'no_file' | 'too_large'> {
  const tooLarge = Number(request.headers.get('content-length') ?? 0) > maxStaffListBytes;
  const form = await request.formData().catch(() => null);
  if (!form) return tooLarge ? 'too_large' : 'no_file';
  const file = form.get('file');
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return 'no_file';
  return file.size > maxStaffListBytes ? 'too_large' : file;
}
