import type { Manifest } from './manifest';
import { startedFiles } from './start-script';

/** What a browser got when it opened a page. */
export interface ReceivedPage {
  url: URL;
  html: string;
  contentSecurityPolicy: string | null;
  /** The header "Link": what the browser shall fetch already. */
  link: string | null;
}

/** Every place in which a browser could see a script or a style, comments and broken HTML included. */
const SCRIPT_OR_LINK = /<(?:script|link)\b/gi;
/** The two forms in which our pages have them. */
const INLINE_SCRIPT = /^<script nonce="[\w+/=]+">(.*?)<\/script>/s;
const LINK = /^<link(?: [a-z-]+(?:="[^"<>]*")?)*\s*\/?>/;
const NONCE = /^'nonce-[\w+/=]+'$/;

/** One sentence for each thing in this page that is not part of the build. */
export function pageDifferences(page: ReceivedPage, manifest: Manifest): string[] {
  const isAllowed = (address: string) => {
    const url = new URL(address, page.url);
    return url.origin === page.url.origin && manifest.files[url.pathname] !== undefined;
  };
  const foreign = (address: string): string[] =>
    isAllowed(address) ? [] : [`refers to ${address}, which is not part of this version.`];

  return [
    ...(allowsTheSame(page.contentSecurityPolicy ?? '', manifest.contentSecurityPolicy)
      ? []
      : [`allows something else: ${page.contentSecurityPolicy ?? 'no Content-Security-Policy'}`]),
    ...[...page.html.matchAll(SCRIPT_OR_LINK)].flatMap(({ index }) =>
      elementDifferences(page.html.slice(index), foreign),
    ),
    ...[...(page.link ?? '').matchAll(/<([^>]*)>/g)].flatMap(([, address]) => foreign(address!)),
  ];
}

function elementDifferences(html: string, foreign: (address: string) => string[]): string[] {
  const link = LINK.exec(html)?.[0];
  if (link) return foreign(decoded(/ href="([^"]*)"/.exec(link)?.[1] ?? ''));
  const script = INLINE_SCRIPT.exec(html)?.[1];
  const started = script === undefined ? null : startedFiles(script);
  if (started) return started.flatMap(foreign);
  return [`runs something else: ${html.slice(0, 120).replace(/\s+/g, ' ')} …`];
}

/** The pages of the same installation that this one leads to. */
export function linkedPages({ url, html }: ReceivedPage): URL[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)]
    .map(([, address]) => decoded(address!))
    .filter((address) => URL.canParse(address, url))
    .map((address) => new URL(address, url))
    .filter(({ origin }) => origin === url.origin);
}

const decoded = (attribute: string): string => attribute.replaceAll('&amp;', '&');

function allowsTheSame(header: string, wanted: Manifest['contentSecurityPolicy']): boolean {
  // A directive that is said twice stays in the list twice: browsers obey the first.
  const said = header.split(';').map((directive) => directive.trim().split(/\s+/));
  const directives = said.map(([name, ...words]) => directiveText(name!, words));
  const wantedDirectives = Object.entries(wanted).map(([name, words]) =>
    directiveText(name, words),
  );
  return directives.sort().join(';') === wantedDirectives.sort().join(';');
}

const directiveText = (name: string, words: string[]): string =>
  [name, ...words.filter((word) => !NONCE.test(word)).sort()].join(' ');
