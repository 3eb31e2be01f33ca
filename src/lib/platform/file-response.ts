/** A file to be taken along, as procedures hand it over. */
export interface TakenFile {
  /** base64 */
  content: string;
  mediaType: string;
  /** As the person finds it among the downloads, with its ending. */
  fileName: string;
}

const MAXIMUM_NAME_LENGTH = 120;
// eslint-disable-next-line no-control-regex -- what file systems refuse
const FORBIDDEN = /[\u0000-\u001f<>:"/\\|?*]+/g;

/** A title as the name of a file: without what Windows refuses, and not too long for it. */
export const fileNameOf = (title: string, ending: string): string =>
  `${title
    .replace(FORBIDDEN, ' ')
    .trim()
    .slice(0, MAXIMUM_NAME_LENGTH)
    .replace(/[. ]+$/, '')}.${ending}`;

/** As RFC 5987 wants it: stricter than the parts of an address. */
const encoded = (fileName: string): string =>
  encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * @param plainName ASCII, for programs that know no other
 * @param cacheControl who may keep it; nobody, unless it is the same for everyone
 */
export const fileResponse = (
  { content, mediaType, fileName }: TakenFile,
  plainName: string,
  cacheControl = 'no-store',
): Response =>
  new Response(
    Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0)),
    {
      headers: {
        'content-type': mediaType,
        'content-disposition': `attachment; filename="${plainName}"; filename*=UTF-8''${encoded(fileName)}`,
        'cache-control': cacheControl,
      },
    },
  );
