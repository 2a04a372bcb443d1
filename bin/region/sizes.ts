/** How large an authority is made. */
export type TownSize = {
  slug: string;
  name: string;
  staff: number;
  units: number;
  coaches: number;
  questions: number;
  tips: number;
};

const small = { staff: 281, units: 24, coaches: 22, questions: 625, tips: 75 };

/**
 * The region of quality.md: 17 authorities, 6,000 staff, 450 coaches, 20,000 questions and 1,500 tips, one of them
 * large. Help moments come with the room that keeps them.
 */
export const regionSizes: readonly TownSize[] = [
  {
    slug: 'grootstad',
    name: 'Grootstad',
    staff: 1_504,
    units: 72,
    coaches: 98,
    questions: 10_000,
    tips: 300,
  },
  ...Array.from({ length: 16 }, (_, at) => ({ slug: `stad-${at + 1}`, name: `Stad ${at + 1}`, ...small })),
];
