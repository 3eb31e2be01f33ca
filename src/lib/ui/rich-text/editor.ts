import { Editor, getSchema, type JSONContent } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import { DOMParser as DocumentParser } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';
import StarterKit from '@tiptap/starter-kit';
import { pastedFragment } from './pasted';

// Trusted Types forbid turning strings into elements. So the editor never sees HTML as a string:
// stored text comes as elements that elements.ts made, pasted text as those of pasted.ts.

export interface EditorOptions {
  place: HTMLElement;
  /** Elements of the stored text; or a kept document; or plain text. */
  content: DocumentFragment | JSONContent | string;
  attributes: Record<string, string>;
  onkeydown: (event: KeyboardEvent) => boolean;
  onupdate: () => void;
  onchange: () => void;
}

const extensions = [
  StarterKit.configure({
    // The page owns the first two levels.
    heading: { levels: [3, 4] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  TableKit.configure({ table: { resizable: false } }),
];

const paragraphsOf = (text: string): JSONContent => ({
  type: 'doc',
  content: text.split(/\n{2,}/).map((paragraph) => ({
    type: 'paragraph',
    content: paragraph
      .split('\n')
      .flatMap((line, index) => [
        ...(index > 0 ? [{ type: 'hardBreak' }] : []),
        ...(line ? [{ type: 'text', text: line }] : []),
      ]),
  })),
});

const documentOf = (content: EditorOptions['content']): JSONContent => {
  if (typeof content === 'string') return paragraphsOf(content);
  if (content instanceof DocumentFragment)
    return DocumentParser.fromSchema(getSchema(extensions)).parse(content).toJSON() as JSONContent;
  return content;
};

/** Puts HTML from the clipboard or from another window in, without the browser parsing it. */
function insert(view: EditorView, html: string): void {
  const { state } = view;
  const slice = DocumentParser.fromSchema(state.schema).parseSlice(pastedFragment(html), {
    context: state.selection.$from,
  });
  view.dispatch(state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
}

export function openEditor(options: EditorOptions): Editor {
  const { place, content, attributes, onkeydown, onupdate, onchange } = options;
  return new Editor({
    element: place,
    extensions,
    content: documentOf(content),
    injectCSS: false,
    editorProps: {
      attributes,
      handleKeyDown: (_view, event) => onkeydown(event),
      handleDOMEvents: {
        paste(view, event) {
          const html = event.clipboardData?.getData('text/html');
          if (!html) return false;
          event.preventDefault();
          insert(view, html);
          return true;
        },
        drop(view, event) {
          const html = event.dataTransfer?.getData('text/html');
          const isOwn = view.dragging !== null;
          if (isOwn || !html) return false;
          event.preventDefault();
          insert(view, html);
          return true;
        },
      },
    },
    onTransaction: onupdate,
    onUpdate: onchange,
  });
}
