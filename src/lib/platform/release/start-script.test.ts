import { describe, expect, it } from 'vitest';
import { startedFiles } from './start-script';

const page = (data: string, before = '') => `
				{
					__sveltekit_3t25 = {
						base: new URL("../..", location).pathname.slice(0, -1)
					};

					const element = document.currentScript.parentElement;

					${before}Promise.all([
						import("../../_app/immutable/entry/start.BmfoIGyR.js"),
						import("../../_app/immutable/entry/app.CB9q4w5-.js")
					]).then(([kit, app]) => {
						kit.start(app, element, {
							node_ids: [0, 2, 16],
							data: ${data},
							form: null,
							error: null
						});
					});
				}
			`;

describe('the script that starts a page', () => {
  it.each([
    ['nothing', '[null]'],
    ['texts, numbers and moments', '[{type:"data",data:{a:"x",b:-1.5,c:!0,d:new Date(0)}}]'],
    ['lists with gaps, maps and sets', '[,new Map([["a",void 0]]),new Set([1])]'],
    ['one thing in two places', '(function(a,b){a.x=b;a["y-z"]=1;return [a,a,{b}]}({},"long"))'],
  ])('hands over %s', (_, data) => {
    expect(startedFiles(page(data))).toEqual([
      '../../_app/immutable/entry/start.BmfoIGyR.js',
      '../../_app/immutable/entry/app.CB9q4w5-.js',
    ]);
  });

  it.each([
    ['a call', '[fetch("/x")]'],
    ['a call behind a comma', '[(fetch("/x"),1)]'],
    ['another import', '[import("/x.js")]'],
    ['a function', '[() => 1]'],
    ['a getter', '[{get a() { return 1 }}]'],
    ['a template', '[`${document.cookie}`]'],
    ['something of the page', '[document]'],
    ['a prototype', '[{__proto__: {}}]'],
    ['a way to a prototype', '(function(a){a.constructor=1;return a}({}))'],
    ['a filled field of the page', '(function(a){document.title=a;return a}(1))'],
    ['a call inside what is shared', '(function(a){return [a]}(fetch("/x")))'],
    ['a default that is run', '(function(a=fetch("/x")){return [a]}())'],
    ['an end that comes early', '[]});fetch("/x");kit.start(app,element,{a:1'],
    ['a comment that hides the end', '[]/*'],
  ])('hands over no more than data: %s is refused', (_, data) => {
    expect(startedFiles(page(data))).toBeNull();
  });

  it('does nothing else', () => {
    expect(startedFiles(page('[]', 'fetch("/x");'))).toBeNull();
    expect(startedFiles(`${page('[]')}fetch("/x")`)).toBeNull();
  });
});
