import { m } from '#messages';
import type { StaffField } from './fields.ts';
import type { NoStaffList, Unreadable, UnreadableReason } from './list.ts';

const fields: Record<StaffField, () => string> = {
  number: m.people_field_number,
  lastName: m.people_field_last_name,
  firstName: m.people_field_first_name,
  email: m.people_field_email,
  unit: m.people_field_unit,
  subunit: m.people_field_subunit,
  location: m.people_field_location,
  functionTitle: m.people_field_function,
  employer: m.people_field_employer,
  startsOn: m.people_field_starts_on,
  endsOn: m.people_field_ends_on,
};

/** What people call a column, in the middle of a sentence. */
export const fieldLabel = (field: StaffField): string => fields[field]();

const problems: Record<
  NoStaffList['problem'] | 'no_lines' | 'no_file',
  (gone: { columns: string }) => string
> = {
  no_file: m.people_list_no_file,
  empty: m.people_list_empty,
  excel: m.people_list_excel,
  picture: m.people_list_picture,
  pdf: m.people_list_pdf,
  not_text: m.people_list_not_text,
  too_large: m.people_list_too_large,
  no_columns: m.people_list_no_columns,
  no_lines: m.people_list_no_lines,
};

/** Why a file is no staff list, and what to do. `missing`: the columns it lacks. */
export const problemSentence = (
  problem: keyof typeof problems,
  missing: readonly StaffField[] = [],
): string => problems[problem]({ columns: missing.map(fieldLabel).join(', ') });

const unreadable: Record<UnreadableReason, (about: { column: string; value: string }) => string> = {
  too_few_columns: m.people_unreadable_too_few_columns,
  too_many_columns: m.people_unreadable_too_many_columns,
  no_number: m.people_unreadable_blank,
  national_number: m.people_unreadable_national_number,
  no_name: m.people_unreadable_blank,
  no_unit: m.people_unreadable_blank,
  too_long: m.people_unreadable_too_long,
  bad_date: m.people_unreadable_bad_date,
  bad_email: m.people_unreadable_bad_email,
  ends_before_start: m.people_unreadable_ends_before_start,
};

/** What is wrong with a line that could not be read. */
export const unreadableSentence = ({ reason, column = '', value = '' }: Unreadable): string =>
  unreadable[reason]({ column, value });
