import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { type RatingStudy, ratedScores } from '../domain/rating';
import { ratingsCsv } from './ratingsCsv';

const study: RatingStudy = { seed: 7, items: [], scale: 'five', drawing: 'fill', isReferenceShown: true };
const structure = { kind: 'region', name: 'whole', labels: [1, 2] } as const;
const known: Record<string, number> = { dice: 0.8125, shiftMm: 1.5 };
const numbers = ratedScores.map(({ key }) => ({ value: known[key] ?? Number.NaN, reason: null }));

const rows = [
  {
    item: { caseId: 'one', model: 'unet' },
    rating: { step: 4, text: '=1+1, "wide"\nrim', isBlinded: true },
    meaning: 'Needs minor corrections',
    scores: [{ structure: { ...structure, labels: [1, 2] }, numbers }],
  },
  { item: { caseId: 'two', model: 'unet' }, rating: null, meaning: '', scores: [] },
];

test('each rating stands in its order with scores, convention and seed', () => {
  const { data } = Papa.parse<Record<string, string>>(ratingsCsv(rows, study, 'nnunet'), { header: true });
  expect(data[0]).toMatchObject({
    order: '1',
    case: 'one',
    model: 'unet',
    rating: '4',
    meaning: 'Needs minor corrections',
    text: '\'=1+1, "wide"\nrim',
    blinded: 'yes',
    'whole (region) dice': '0.8125',
    'whole (region) hd95Mm': '',
    'whole (region) shiftMm': '1.5',
    convention: 'nnunet',
    scale: 'five',
    view: 'fill',
    reference: 'shown',
    seed: '7',
  });
});

test('what was not rated has empty cells', () => {
  const { data } = Papa.parse<Record<string, string>>(ratingsCsv(rows, study, 'nnunet'), { header: true });
  expect(data[1]).toMatchObject({ order: '2', rating: '', text: '', blinded: '', seed: '7' });
});
