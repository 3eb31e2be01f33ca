import { describe, expect, it } from 'vitest';
import { renderPdf } from './pdf.server';

const text = async (template: string, data = { title: 'Größe', language: 'de' }) =>
  Buffer.from(await renderPdf(template, data)).toString('utf8');

describe('a PDF', () => {
  it('is tagged, says what it is called and in which language it is', async () => {
    const pdf = await text('= Ein Titel\nEin Satz.\n- Eins\n- Zwei');
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(pdf).toContain('<rdf:li xml:lang="x-default">Größe</rdf:li>');
    expect(pdf).toContain('/DisplayDocTitle true');
    expect(pdf).toContain('/Lang (de)');
    for (const tag of ['H1', 'P', 'L', 'LI', 'LBody']) expect(pdf).toMatch(`/S /${tag}\n`);
  });

  it('is the same for the same text', async () => {
    const [one, other] = [await text('= Titel'), await text('= Titel')];
    expect(one).toBe(other);
  });

  it('shows data as it was written, and runs nothing in it', async () => {
    const data = { title: '#panic("x") *fett* $x$ ]', language: 'en' };
    const pdf = await text('= #data.title', data);
    expect(pdf).toContain('#panic("x") *fett* $x$ ]');
    expect(pdf).toContain('/Lang (en)');
  });

  it('is refused where it would not be accessible', async () => {
    await expect(text('= Eins\n\n=== Drei')).rejects.toThrow();
  });

  it('is refused where the template is wrong', async () => {
    await expect(text('#unknown()')).rejects.toThrow('unknown');
  });
});
