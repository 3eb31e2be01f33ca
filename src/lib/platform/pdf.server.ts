import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import style from './pdf-style.typ?raw';

/** What every document says of itself, and reading programs tell first. */
export interface PdfData {
  title: string;
  /** As in HTML: "de", "en". */
  language: string;
}

const require = createRequire(import.meta.url);
const FONTS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/vollkorn/600SemiBold/Vollkorn_600SemiBold.ttf',
];
/** Layouts that nobody asked for in so many documents are forgotten. */
const KEPT_LAYOUTS = 10;

let opened: Promise<NodeCompiler> | undefined;

/** Loaded when the first document is wanted: most processes never make one. */
async function openCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const fontBlobs = FONTS.map((font) => readFileSync(require.resolve(font)));
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: PICTURES });
}

/** Where a template finds its pictures, by their names. There is no such folder: they are in memory only. */
const PICTURES = '/werkraum-pictures';
const pathOf = (name: string): string => `${PICTURES}/${name}`;

/**
 * An accessible PDF (tagged, PDF/UA-1) in the look of the house (pdf-style.typ).
 *
 * @param template Typst; finds `data`, and what the style defines. The data is never read as Typst, so
 *   texts that people wrote can run nothing.
 * @param pictures PNG, JPEG or WebP by the names that the template shows them with: `image("/name")`
 * @throws Error where the template is wrong, or the document would not be accessible
 */
export async function renderPdf(
  template: string,
  data: PdfData,
  pictures: ReadonlyMap<string, Buffer> = new Map(),
): Promise<Uint8Array> {
  const compiler = await (opened ??= openCompiler());
  // From here on nothing waits, so no other document comes between.
  for (const [name, bytes] of pictures) compiler.mapShadow(pathOf(name), bytes);
  try {
    return compile(compiler, template, data);
  } finally {
    for (const name of pictures.keys()) compiler.unmapShadow(pathOf(name));
  }
}

function compile(compiler: NodeCompiler, template: string, data: PdfData): Uint8Array {
  const compiled = compiler.compile({
    mainFileContent: `${style}\n${template}`,
    inputs: { data: JSON.stringify(data) },
  });
  const fault = compiled.takeError();
  if (fault || !compiled.result)
    throw new Error(`PDF: ${JSON.stringify(fault?.shortDiagnostics ?? 'no document')}`);
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
  compiler.evictCache(KEPT_LAYOUTS);
  return pdf;
}
