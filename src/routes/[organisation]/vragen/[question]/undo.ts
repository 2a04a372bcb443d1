// What undoes the last step with a question, for the sentence that says it was done.

type Event = { params: { organisation: string; question: string } };

const address = ({ params }: Event) => `/${params.organisation}/vragen/${params.question}`;

/** The question comes back from whom it was passed on or given to. */
export const takingBack = (event: Event) => ({
  ...{ action: `${address(event)}/geven?/takeBack`, label: 'helpline_take_back' },
});

/** Somebody need not give advice after all. */
export const withdrawingAdvice = (event: Event, personId: string) => ({
  ...{ action: `${address(event)}/expert?/withdrawCallIn`, label: 'helpline_withdraw_advice' },
  fields: { personId },
});
