/** What a mail says, before it is laid out: plain sentences, one link, small print. */
export interface MailDraft {
  locale: 'de' | 'en';
  /** Plain text, one entry per paragraph; line breaks inside stay. */
  paragraphs: string[];
  /** The one thing to do. */
  action?: { label: string; url: string };
  /** A list of what happened, each entry with its own link. */
  items?: { text: string; url: string }[];
  /** A sentence below the list. */
  closing?: string;
  /** Why one gets this mail, and how to change that. */
  smallPrint?: string[];
}

const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const paragraph = (text: string, style = ''): string =>
  `<p style="margin:0 0 16px;${style}">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;

const link = (text: string, url: string): string =>
  `<a href="${escapeHtml(url)}" style="color:#1f5c4d">${escapeHtml(text)}</a>`;

const SMALL = 'font-size:13px;color:#5b5f5c';

/**
 * The same mail as plain text and as simple HTML: no pictures, nothing that is fetched from anywhere,
 * readable in every program.
 */
export function layOutMail(draft: MailDraft): { text: string; html: string } {
  const { paragraphs, action, items = [], closing, smallPrint = [] } = draft;
  const text = [
    ...paragraphs,
    ...items.map((item) => `• ${item.text}\n  ${item.url}`),
    ...(closing ? [closing] : []),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...(smallPrint.length > 0 ? [`-- \n${smallPrint.join('\n')}`] : []),
  ].join('\n\n');
  const list = items.map((item) => `<li style="margin:0 0 8px">${link(item.text, item.url)}</li>`);
  const body = [
    ...paragraphs.map((one) => paragraph(one)),
    ...(list.length > 0
      ? [`<ul style="margin:0 0 16px;padding-left:20px">${list.join('')}</ul>`]
      : []),
    ...(closing ? [paragraph(closing)] : []),
    ...(action
      ? [
          `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#1f5c4d;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(action.label)}</a></p>`,
          paragraph(action.url, SMALL),
        ]
      : []),
    ...(smallPrint.length > 0
      ? ['<hr style="border:0;border-top:1px solid #d8d4c8;margin:24px 0">']
      : []),
    ...smallPrint.map((line) => paragraph(line, SMALL)),
  ].join('\n');
  const html = `<!doctype html>
<html lang="${draft.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1d211f;font:16px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto">
${body}
</div></body></html>
`;
  return { text: `${text}\n`, html };
}
