import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../errors';

// Documents of today's office programs are zip archives. They are never unpacked here; but whoever
// downloads one opens it, so it has to be what it says, and nothing that fills a computer or runs.

const MOST_ENTRIES = 5_000;
const MOST_BYTES = 300 * 1024 * 1024;
/** Up to here, any compression is fine; beyond, archives of this kind stay far below the ratio. */
const HARMLESS_BYTES = 20 * 1024 * 1024;
const MOST_RATIO = 100;

const OOXML = 'application/vnd.openxmlformats-officedocument.';
const ODF = 'application/vnd.oasis.opendocument.';

export type OfficeType = 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp';

/** The main part of each kind of document, and what declares it. */
const OOXML_TYPES: [OfficeType, string, string][] = [
  ['docx', 'word/document.xml', `${OOXML}wordprocessingml.document.main+xml`],
  ['xlsx', 'xl/workbook.xml', `${OOXML}spreadsheetml.sheet.main+xml`],
  ['pptx', 'ppt/presentation.xml', `${OOXML}presentationml.presentation.main+xml`],
];
const ODF_TYPES: Record<string, OfficeType> = {
  [`${ODF}text`]: 'odt',
  [`${ODF}spreadsheet`]: 'ods',
  [`${ODF}presentation`]: 'odp',
};

/** Programs inside a document: Visual Basic, ActiveX, macros of Excel 4, Basic and scripts of LibreOffice. */
const MACROS =
  /(^|\/)(vbaproject|vbadata)[^/]*$|(^|\/)activex\/|(^|\/)macrosheets\/|^(basic|scripts)\//i;

/** Small parts that say what the document is. */
const TELLING = ['[Content_Types].xml', 'mimetype'];
const TELLING_BYTES = 1024 * 1024;

/**
 * Which kind of office document this archive is.
 *
 * @throws AppError `file_kind_wrong`, `file_broken`, `file_macros`, `file_protected`, `file_suspicious`
 */
export async function checkOfficeFile(bytes: Buffer): Promise<OfficeType> {
  const zip = await open(bytes);
  const parts = new Map<string, string>();
  try {
    if (zip.entryCount > MOST_ENTRIES) throw new AppError('file_suspicious');
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      if (MACROS.test(entry.fileName)) throw new AppError('file_macros');
      if (entry.isEncrypted()) throw new AppError('file_protected');
      const isTelling = TELLING.includes(entry.fileName);
      const { size, text } = await measure(zip, entry, {
        most: Math.min(MOST_BYTES, Math.max(HARMLESS_BYTES, bytes.length * MOST_RATIO)) - total,
        keep: isTelling,
      });
      total += size;
      parts.set(entry.fileName, text);
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('file_broken');
  } finally {
    zip.close();
  }
  return typeOf(parts);
}

function typeOf(parts: Map<string, string>): OfficeType {
  const declared = parts.get('[Content_Types].xml') ?? '';
  if (/macroenabled/i.test(declared)) throw new AppError('file_macros');
  const ooxml = OOXML_TYPES.find(([, part, type]) => parts.has(part) && declared.includes(type));
  const isOdf = parts.has('content.xml') && parts.has('META-INF/manifest.xml');
  const type = ooxml?.[0] ?? (isOdf ? ODF_TYPES[(parts.get('mimetype') ?? '').trim()] : undefined);
  if (!type) throw new AppError('file_kind_wrong');
  return type;
}

/** Names that lead out of the archive, and sizes that are not true, are errors of this reader's. */
const open = (bytes: Buffer): Promise<ZipFile> =>
  fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true }).catch(() => {
    throw new AppError('file_broken');
  });

/** What an entry truly holds: what an archive says of sizes may be a lie. */
async function measure(
  zip: ZipFile,
  entry: Entry,
  { most, keep }: { most: number; keep: boolean },
): Promise<{ size: number; text: string }> {
  if (entry.uncompressedSize > most) throw new AppError('file_suspicious');
  const stream = await zip.openReadStreamPromise(entry);
  const kept: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new AppError('file_suspicious');
    if (keep && size <= TELLING_BYTES) kept.push(part);
  }
  return { size, text: Buffer.concat(kept).toString('utf8') };
}
