import { expect, test } from 'vitest';
import { failure, type ProblemCode, type ProblemFacts } from '../domain/errors';
import { errors } from './messages/errors';

test.each(Object.entries(errors))('%s is told in 500 characters, whatever the file holds', (code, texts) => {
  for (const text of Object.values(texts)) {
    const names = [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
    const facts = Object.fromEntries(
      names.map((name) => [name, name === 'otherFile' ? 'labelsTr/case_0001.nii.gz' : 'x'.repeat(9999)]),
    );
    const known = code as ProblemCode;
    const told = failure(known, 'a.nii', facts as unknown as ProblemFacts[typeof known]).problem.facts;
    const shown = text.replaceAll(/{{(\w+)}}/g, (_, name: string) =>
      String((told as Record<string, string>)[name]),
    );
    expect(shown.length).toBeLessThanOrEqual(500);
  }
});
