import { m } from '#messages';
import type { Urgent } from './question.ts';

// What is said while it cannot wait: calm, short, no blame.

const labels: Record<Urgent, () => string> = {
  clicked: m.helpline_urgent_clicked,
  device_lost: m.helpline_urgent_device,
  wrong_recipient: m.helpline_urgent_recipient,
};

/** "Ik klikte op een link" as a button says it, and as a list does. */
export const urgentLabel = (kind: Urgent): string => labels[kind]();

const steps: Record<Urgent, () => string[]> = {
  clicked: () => [
    m.helpline_urgent_clicked_offline(),
    m.helpline_urgent_clicked_password(),
    m.helpline_urgent_clicked_keep(),
  ],
  device_lost: () => [m.helpline_urgent_device_lock(), m.helpline_urgent_device_police()],
  wrong_recipient: () => [
    m.helpline_urgent_recipient_ask(),
    m.helpline_urgent_recipient_close(),
    m.helpline_urgent_recipient_not_again(),
  ],
};

/** Short, safe things to do meanwhile, in order. */
export const urgentSteps = (kind: Urgent): string[] => steps[kind]();

/** Who is called first: for words that went astray the DPO, else ICT. */
export const callsFirst = (kind: Urgent): 'ict' | 'dpo' => (kind === 'wrong_recipient' ? 'dpo' : 'ict');
