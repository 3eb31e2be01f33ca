import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import BarPicture from './BarPicture.svelte';
import Button from './Button.svelte';
import ChoiceGroup from './ChoiceGroup.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import Notice from './Notice.svelte';
import Pagination from './Pagination.svelte';
import RelativeTime from './RelativeTime.svelte';
import TagField from './TagField.svelte';
import TextArea from './TextArea.svelte';
import TextField from './TextField.svelte';
import NumberField from './NumberField.svelte';
import DateTimeField from './DateTimeField.svelte';
import SelectField from './SelectField.svelte';
import Checkbox from './Checkbox.svelte';
import Timeline from './Timeline.svelte';

const text = (content: string) =>
  createRawSnippet(() => ({ render: () => `<span>${content}</span>` }));
/** The opening tag of an element of the rendered page. */
const tag = (body: string, element: string) => body.match(new RegExp(`<${element}\\b[^>]*>`))?.[0];

describe('a field', () => {
  const field = { name: 'title', label: 'Ihre Frage' };

  test('has a label, and says when it may be left empty', () => {
    const { body } = render(TextField, { props: field });
    expect(tag(body, 'label')).toContain('for="field-title"');
    expect(tag(body, 'input')).toContain('id="field-title"');
    expect(body).toContain('(freiwillig)');
    expect(render(TextField, { props: { ...field, required: true } }).body).not.toContain(
      'freiwillig',
    );
  });

  test('is described by its hint and its error', () => {
    const props = { ...field, hint: 'In einem Satz', errors: ['Bitte ausfüllen'] };
    const { body } = render(TextField, { props });
    expect(tag(body, 'input')).toContain('aria-describedby="field-title-hint field-title-error"');
    expect(tag(body, 'input')).toContain('aria-invalid="true"');
    expect(body).toMatch(/id="field-title-error"[\s\S]*Bitte ausfüllen/);
  });

  test('escapes what was typed', () => {
    const { body } = render(TextField, { props: { ...field, value: '"><script>' } });
    expect(body).not.toContain('"><script>');
  });

  test('counts down, and never cuts off', () => {
    const props = { ...field, limit: 10, maxlength: 10, value: 'zwölf Zeichen' };
    const { body } = render(TextArea, { props });
    expect(body).toContain('3 Zeichen zu viel');
    expect(tag(body, 'textarea')).not.toContain('maxlength');
  });

  test('of several choices is a group, and its first choice is where an error leads', () => {
    const options = [
      { value: 'need', label: 'suchen Rat' },
      { value: 'offer', label: 'bieten an' },
    ];
    const { body } = render(ChoiceGroup, { props: { ...field, options, value: 'offer' } });
    expect(body).toContain('<legend');
    expect(tag(body, 'input')).toContain('id="field-title"');
    expect(body.match(/checked/g)).toHaveLength(1);
  });

  test('shows what it starts with, before any JavaScript', () => {
    const options = ['a', 'b'].map((value) => ({ value, label: value }));
    const props = { ...field, options, defaultValue: 'b' };
    expect(tag(render(TextField, { props }).body, 'input')).toContain('value="b"');
    expect(tag(render(DateTimeField, { props }).body, 'input')).toContain('value="b"');
    expect(render(TextArea, { props }).body).toContain('>b</textarea>');
    expect(render(SelectField, { props }).body).toContain('<option value="b" selected');
    expect(render(ChoiceGroup, { props }).body).toContain('value="b" checked');
    const seven = { ...field, defaultValue: 7 };
    expect(tag(render(NumberField, { props: seven }).body, 'input')).toContain('value="7"');
    const checked = { ...field, defaultChecked: true };
    expect(tag(render(Checkbox, { props: checked }).body, 'input')).toContain('checked');
    const several = { ...field, options, isMultiple: true, defaultValues: ['b'] };
    expect(render(ChoiceGroup, { props: several }).body).toContain('value="b" checked');
    // What is bound counts more.
    const bound = { ...field, defaultValue: 'b', value: 'c' };
    expect(tag(render(TextField, { props: bound }).body, 'input')).toContain('value="c"');
  });

  test('of keywords sends each, and takes one more without JavaScript', () => {
    const { body } = render(TagField, { props: { ...field, defaultValues: ['Recht', 'Vereine'] } });
    expect(body.match(/<input[^>]*name="title"/g)).toHaveLength(3);
  });
});

test('the summary of errors links to the fields, and is absent without errors', () => {
  const errors = [{ path: 'title', messages: ['Bitte ausfüllen'] }];
  const { body } = render(ErrorSummary, { props: { errors, labels: { title: 'Ihre Frage' } } });
  expect(body).toContain('href="#field-title"');
  expect(body).toMatch(/Ihre Frage:[\s\S]*Bitte ausfüllen/);
  expect(render(ErrorSummary, { props: { errors: [] } }).body).not.toContain('role="alert"');
});

test('a pending button keeps its place and says that it works', () => {
  const { body } = render(Button, { props: { isPending: true, children: text('Speichern') } });
  expect(tag(body, 'button')).toContain('aria-disabled="true"');
  expect(tag(body, 'button')).not.toContain(' disabled');
  expect(body).toContain('Einen Moment');
});

test('a link that looks like a button is a link', () => {
  const { body } = render(Button, { props: { href: '/topics', children: text('Themen') } });
  expect(tag(body, 'a')).toContain('href="/topics"');
});

test('a notice is announced only where it appears later', () => {
  const props = { tone: 'danger' as const, children: text('Keine Verbindung') };
  expect(render(Notice, { props }).body).not.toContain('role=');
  expect(render(Notice, { props: { ...props, isLive: true } }).body).toContain('role="alert"');
});

test('a time is machine-readable, and gives the full date as title', () => {
  const props = { moment: '2026-03-14T09:55:00Z', now: '2026-03-14T10:00:00Z' };
  const { body } = render(RelativeTime, { props });
  expect(tag(body, 'time')).toContain('datetime="2026-03-14T09:55:00.000Z"');
  expect(tag(body, 'time')).toContain('title="Samstag, 14. März 2026, 10:55 Uhr"');
  expect(body).toContain('vor 5 Minuten');
});

test('the timeline tells each state in words', () => {
  const steps = [
    { id: '1', title: 'Vorgeschlagen', state: 'done' as const },
    { id: '2', title: 'In der Abstimmung', state: 'current' as const },
    { id: '3', title: 'Ergebnis', state: 'upcoming' as const },
  ];
  const { body } = render(Timeline, { props: { steps } });
  expect(body.match(/aria-current="step"/g)).toHaveLength(1);
  expect(body).toContain('(erledigt)');
  expect(body).toContain('(noch offen)');
});

test('the result picture writes its numbers out, and never leaves its frame', () => {
  const bars = [
    { id: 'a', label: 'A', value: 12, text: '12 Stimmen', isChosen: true },
    { id: 'b', label: 'B', value: 0, text: 'keine Stimme' },
  ];
  const props = { bars, maximum: 10, label: 'Ergebnis', chosenLabel: 'gewählt' };
  const { body } = render(BarPicture, { props });
  expect(body).toContain('12 Stimmen');
  expect(body).toContain('keine Stimme');
  expect(body.match(/<rect/g)).toHaveLength(1);
  expect(tag(body, 'rect')).toContain('width="100%"');
});

test('a single page needs no pagination', () => {
  expect(render(Pagination, { props: {} }).body).not.toContain('<nav');
  expect(render(Pagination, { props: { earlierHref: '?before=1' } }).body).toContain('Ältere');
});
