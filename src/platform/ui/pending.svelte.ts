import type { SubmitFunction } from '$app/forms';

/**
 * Knows whether a form is on its way: `<form use:enhance={sending.submit}>` with
 * `<Button pending={sending.now}>`. Pressing twice sends once.
 *
 * @param options.reset false keeps what was typed after success too
 */
export function pendingForm(options: { reset?: boolean } = {}) {
  let now = $state(false);

  const submit: SubmitFunction = ({ cancel }) => {
    if (now) return cancel();
    now = true;
    return async ({ update }) => {
      try {
        await update(options);
      } finally {
        now = false;
      }
    };
  };

  return {
    submit,
    get now() {
      return now;
    },
  };
}
