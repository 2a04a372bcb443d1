import type { Attachment } from 'svelte/attachments';

/**
 * Keeps what is being typed in the text areas of a form, in this tab, until the form is sent: another button, a reload
 * or a slip does not lose it. `<form {@attach keepsDraft}>`. An area that came back filled by the server is left alone.
 * When the page stands in for another, `data-draft-from` is the path of that one: what was typed there comes along.
 */
export const keepsDraft: Attachment<HTMLFormElement> = (form) => {
  const keyOf = ({ name }: { name: string }) => keyAt(location.pathname, name);
  const cameFrom = form.dataset.draftFrom;
  if (cameFrom) moveDrafts(form, cameFrom);
  for (const area of form.querySelectorAll('textarea')) {
    const kept = sessionStorage.getItem(keyOf(area));
    if (!kept || area.value) continue;
    area.value = kept;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const keep = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) sessionStorage.setItem(keyOf(target), target.value);
  };
  const forget = () => {
    for (const area of form.querySelectorAll('textarea')) sessionStorage.removeItem(keyOf(area));
  };
  form.addEventListener('input', keep);
  form.addEventListener('submit', forget);
  return () => {
    form.removeEventListener('input', keep);
    form.removeEventListener('submit', forget);
  };
};

const ownerKey = 'drafts of';

/** Drafts are for who typed them: whoever signs in on the same tab afterwards finds none. `reader`: who it is now. */
export function keepDraftsOf(reader: string, kept: Storage): void {
  if (kept.getItem(ownerKey) === reader) return;
  for (const key of Object.keys(kept)) if (key.startsWith('draft ')) kept.removeItem(key);
  kept.setItem(ownerKey, reader);
}

const keyAt = (path: string, name: string) => `draft ${path} ${name}`;

/** Behind what stands here already, so that neither is lost. */
function moveDrafts(form: HTMLFormElement, from: string): void {
  for (const { name } of form.querySelectorAll('textarea')) {
    const left = sessionStorage.getItem(keyAt(from, name));
    if (!left) continue;
    const here = sessionStorage.getItem(keyAt(location.pathname, name));
    sessionStorage.setItem(keyAt(location.pathname, name), here ? `${here}\n\n${left}` : left);
    sessionStorage.removeItem(keyAt(from, name));
  }
}
