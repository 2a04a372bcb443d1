import { asOwner } from '../../../../tests/support/database.ts';
import type { Name, World } from '../../../../tests/support/world.ts';
import { askQuestion } from './index.ts';

/** What the tests of helping begin with: a question of Mia, which Ann has. */
export async function asked(
  { veurne }: World,
  body = 'Mijn handtekening staat niet onder mijn mails.',
  by: Name = 'mia',
): Promise<string> {
  return askQuestion(await veurne.as(by), { body, theme: 'outlook', key: '' });
}

/** The same, under cover: only Lies knows who asks. */
export async function askedUnderCover({ veurne }: World): Promise<string> {
  const chosen = { way: 'cover' as const, coachId: veurne.personId('lies') };
  return askQuestion(await veurne.as('mia'), {
    body: 'Ik durf dit niet goed te vragen.',
    theme: 'outlook',
    key: '',
    ...chosen,
  });
}

/** Who was told what about a question, oldest first: "ann question.waiting". */
export async function told({ veurne }: World, questionId: string): Promise<string[]> {
  const rows = await asOwner<{ who: string; kind: string }>(
    `select lower(p.first_name) as who, n.kind from notification n join person p on p.id = n.person_id
      where n.subject_id = $1 and n.organisation_id = $2 order by n.made_at, n.id`,
    [questionId, veurne.id],
  );
  return rows.map(({ who, kind }) => `${who} ${kind}`);
}
