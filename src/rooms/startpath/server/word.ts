import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  convertMillimetersToTwip as mm,
} from 'docx';
import { blocksOf, type Block, type Line } from '../document.ts';

const font = 'Calibri';
const numbers = 'numbers';
/** A4 with margins of 25 mm leaves so much for the text. */
const textWidth = mm(160);

/** A text as a document for a word processor: A4, in Dutch, with what is still to fill in marked. */
export async function wordDocument(text: string, title: string): Promise<Uint8Array<ArrayBuffer>> {
  const children = blocksOf(text).flatMap((block, at) => parts(block, at));
  const document = new Document({
    title,
    creator: '',
    styles: {
      default: {
        document: {
          run: { font, size: 22, language: { value: 'nl-BE' } },
          paragraph: { spacing: { after: 120, line: 276 } },
        },
        heading1: {
          run: { font, size: 36, bold: true, color: '084442' },
          paragraph: { spacing: { after: 200, line: 276, lineRule: LineRuleType.AUTO } },
        },
        heading2: {
          run: { font, size: 26, bold: true, color: '084442' },
          paragraph: {
            spacing: { before: 240, after: 80, line: 276, lineRule: LineRuleType.AUTO },
            keepNext: true,
          },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: numbers,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 500, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(22), bottom: mm(22), left: mm(25), right: mm(25) },
          },
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function parts(block: Block, at: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(block.line) })];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(block.line) })];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.line) })];
    case 'points':
      return block.lines.map(
        (line) => new Paragraph({ bullet: { level: 0 }, spacing: { after: 60 }, children: runs(line) }),
      );
    case 'numbers':
      return block.lines.map(
        (line) =>
          new Paragraph({
            numbering: { reference: numbers, level: 0, instance: at },
            spacing: { after: 60 },
            children: runs(line),
          }),
      );
    case 'table':
      return [table(block.rows), new Paragraph({ spacing: { after: 60 }, children: [] })];
  }
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'BFC8C6' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** The first column is as wide as names need; the others share the rest. */
function table(rows: readonly Line[][]): Table {
  const columns = Math.max(...rows.map((row) => row.length));
  const first = columns === 1 ? textWidth : Math.round(textWidth * 0.3);
  const other = Math.round((textWidth - first) / Math.max(columns - 1, 1));
  const widths = Array.from({ length: columns }, (_, at) => (at === 0 ? first : other));
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: line,
      bottom: line,
      left: none,
      right: none,
      insideHorizontal: line,
      insideVertical: none,
    },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: widths.map((size, at) => cell(row[at] ?? [], { size, strong: at === 0 })),
        }),
    ),
  });
}

const cell = (content: Line, { size, strong }: { size: number; strong: boolean }): TableCell =>
  new TableCell({
    width: { size, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 60, right: 60 },
    children: [new Paragraph({ spacing: { after: 0 }, children: runs(content, strong) })],
  });

const runs = (content: Line, allStrong = false): TextRun[] =>
  content.map(
    ({ text, strong, open }) =>
      new TextRun({ text, bold: strong || allStrong || undefined, highlight: open ? 'yellow' : undefined }),
  );
