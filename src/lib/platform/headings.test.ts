import { expect, it } from 'vitest';
import { headingsForEditor, headingsForPage } from './headings';

const page = '<h2>Anbieter</h2><p>Wir</p><h3>Register</h3>';
const editor = '<h3>Anbieter</h3><p>Wir</p><h4>Register</h4>';

it('moves headings to the levels of the editor, and back', () => {
  expect(headingsForEditor(page)).toBe(editor);
  expect(headingsForPage(editor)).toBe(page);
});
