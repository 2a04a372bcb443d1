import type { Attachment } from 'svelte/attachments';

/**
 * Keeps what is being typed in the text areas of a form, in this tab, until the form is sent: another button, a reload
 * or a slip does not lose it. `<form {@attach keepsDraft}>`. An area that came back filled by the server is left alone.
 */
export const keepsDraft: Attachment<HTMLFormElement> = (form) => {
  const keyOf = ({ name }: { name: string }) => `draft ${location.pathname} ${name}`;
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
