import { z } from 'zod';

/** Everything that a browser gets of one build (written by scripts/manifest.mjs). */
export const manifest = z.object({
  /** The version of package.json. */
  version: z.string(),
  /** Digest of the sources that it was built from. */
  sources: z.string(),
  /** What pages allow; the nonces that change with each answer are left out. */
  contentSecurityPolicy: z.record(z.string(), z.array(z.string())),
  /** Path in the installation → SHA-256 in hexadecimal. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

export type Manifest = z.output<typeof manifest>;

/** One sentence for each thing in which two builds differ. */
export function manifestDifferences(own: Manifest, other: Manifest): string[] {
  const files = [...new Set([...Object.keys(own.files), ...Object.keys(other.files)])].sort();
  const isSamePolicy = isSame(own.contentSecurityPolicy, other.contentSecurityPolicy);
  return [
    ...(isSamePolicy ? [] : ['The pages allow something else.']),
    ...files.filter((path) => !other.files[path]).map((path) => `${path} is new.`),
    ...files.filter((path) => !own.files[path]).map((path) => `${path} is missing.`),
    ...files
      .filter((path) => own.files[path] && other.files[path])
      .filter((path) => own.files[path] !== other.files[path])
      .map((path) => `${path} is another file.`),
  ];
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
