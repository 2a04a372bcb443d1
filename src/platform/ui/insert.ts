/** Puts text where the cursor stands in a text area, on lines of its own, and leaves the cursor behind it. */
export function insertAtCursor(area: HTMLTextAreaElement, text: string): void {
  const { selectionStart: from, selectionEnd: until, value } = area;
  const before = from > 0 && value[from - 1] !== '\n' ? '\n' : '';
  const after = until < value.length && value[until] !== '\n' ? '\n' : '';
  area.setRangeText(before + text + after, from, until, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
}
