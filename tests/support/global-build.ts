import { buildWhenChanged } from '../../bin/build.ts';

/** Before the first journey: otherwise each installation would build the pages, at the same moment. */
export default () => buildWhenChanged();
