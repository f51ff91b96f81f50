import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerOf, tumour } from '../derived/testAnswer';
import { dicePrecision } from '../domain/gapVerdict';
import type { LabelScheme } from '../domain/labelScheme';
import { sizeText } from './findingSentences';
import { formatSigned } from './formatNumber';
import { gapSentences } from './gapSentences';
import { translator } from './translate';

const en = translator('en');
const zh = translator('zh');

describe('the answer to a gap, over any counts', () => {
  const value = fc.constantFrom(0, 0, 1, 4, 37, 900, 20_000);
  const row = fc.tuple(value, value, value, value).map((counts) => [...counts]);
  const matrix = fc.tuple(row, row, row, row).map((rows) => [...rows]);
  const labels = fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 });
  const scheme = fc
    .record({ labels, painted: fc.integer({ min: 1, max: 3 }), ignoreLabel: fc.constantFrom(null, null, 2) })
    .map(
      ({ labels: held, painted, ignoreLabel }): LabelScheme => ({
        ...tumour,
        regions: [{ name: 'core', labels: held }],
        regionsClassOrder: [painted],
        ignoreLabel,
      }),
    );

  /** The voxels behind each cause, counted anew, one pair of labels at a time. */
  function recount(counts: number[][], { regions, regionsClassOrder, ignoreLabel }: LabelScheme) {
    const [held, painted] = [regions[0].labels, regionsClassOrder[0]];
    const all = {
      shared: 0,
      child: 0,
      relieved: 0,
      regionSum: 0,
      labelSum: 0,
      labelReference: 0,
      ignored: 0,
    };
    const mixUps = new Map<string, number>();
    counts.forEach((line, reference) => {
      line.forEach((voxels, prediction) => {
        if (reference === ignoreLabel) {
          all.ignored += voxels;
          return;
        }
        const inRegion = [reference, prediction].map((label) => held.includes(label));
        const inLabel = [reference, prediction].map((label) => label === painted);
        all.regionSum += voxels * inRegion.filter(Boolean).length;
        all.labelSum += voxels * inLabel.filter(Boolean).length;
        if (inLabel[0]) all.labelReference += voxels;
        const regionErrs = inRegion[0] !== inRegion[1];
        const labelErrs = inLabel[0] !== inLabel[1];
        if (regionErrs && labelErrs) all.shared += voxels;
        else if (regionErrs) all.relieved += voxels;
        else if (labelErrs) {
          all.child += voxels;
          if (voxels > 0) mixUps.set(`${reference}>${prediction}`, voxels);
        }
      });
    });
    return { ...all, mixUps };
  }

  const nameOf = (label: number) =>
    tumour.labels.find(({ value: own }) => own === label)?.name ?? 'background';
  const mL = (voxels: number) => sizeText(voxels * 0.001, en);

  test('every number is that of the counts, parts come by size, and no cause is named that is not there', () => {
    let named = 0;
    fc.assert(
      fc.property(matrix, scheme, (counts, asked) => {
        const { answer } = answerOf(counts, { scheme: asked });
        const sentences = gapSentences(answer, en);
        const text = sentences.join(' ');
        expect(text + gapSentences(answer, zh).join('')).not.toMatch(/NaN|–|undefined|\{\{/);
        const found = recount(counts, asked);
        const steps = [
          {
            word: 'wrong in both',
            step: -found.shared * (1 / found.labelSum - 1 / found.regionSum),
            voxels: found.shared,
          },
          { word: 'side core', step: -found.child / found.labelSum, voxels: found.child },
          { word: 'wrong in core only', step: found.relieved / found.regionSum, voxels: found.relieved },
        ];
        const places = steps.map(({ word }) => sentences.findIndex((sentence) => sentence.includes(word)));
        const isParted = !/no gap to explain|same voxels/.test(text);
        for (const [index, { word, step, voxels }] of steps.entries()) {
          const isNamed = places[index] >= 0;
          if (isNamed) {
            named++;
            expect(voxels).toBeGreaterThan(0);
            expect(sentences[places[index]]).toContain(`(${formatSigned(step)} Dice)`);
            if (word !== 'side core') expect(sentences[places[index]]).toContain(`${mL(voxels)} mL`);
          } else if (isParted) expect(Math.abs(step)).toBeLessThan(dicePrecision);
        }
        const inOrder = steps
          .map((step, index) => ({ size: Math.abs(step.step), place: places[index] }))
          .filter(({ place }) => place >= 0)
          .sort((first, second) => first.place - second.place)
          .map(({ size }) => size);
        expect(inOrder).toEqual([...inOrder].sort((first, second) => second - first));

        const times = /weigh ([\d.]+) times/.exec(text);
        if (times) {
          const weight = found.regionSum / found.labelSum;
          expect(times[1]).toBe(weight.toFixed(weight < 10 ? 1 : 0));
          expect(text.includes('which is smaller')).toBe(weight > 1);
        }
        const listed = [...text.matchAll(/((?:under )?[\d.]+) mL of (\w+) for (\w+)/g)].map((match) =>
          match.slice(1),
        );
        const known = [...found.mixUps].map(([key, voxels]) => {
          const [reference, prediction] = key.split('>').map(Number);
          return { words: [mL(voxels), nameOf(reference), nameOf(prediction)], voxels };
        });
        const sizes = listed.map((words) => {
          const own = known.find((one) => one.words.join() === words.join());
          expect(own, words.join()).toBeDefined();
          return own!.voxels;
        });
        expect(sizes).toEqual([...sizes].sort((first, second) => second - first));
        if (sizes.length > 0) {
          expect(sizes[0]).toBe(Math.max(...found.mixUps.values()));
          const rest = found.child - sizes.reduce((sum, voxels) => sum + voxels, 0);
          const others = /Other mix-ups add ((?:under )?[\d.]+) mL/.exec(text);
          expect(others?.[1] ?? '0.00').toBe(mL(rest));
        }
        if (text.includes('both are core')) {
          expect(new Set([...found.mixUps.keys()].flatMap((key) => key.split('>'))).size).toBe(2);
        }
        const only = /holds only ((?:under )?[\d.]+) mL/.exec(text);
        if (only) expect(only[1]).toBe(mL(found.labelReference));
        const ignored = /([\d.]+|under [\d.]+) mL carry the ignore label/.exec(text);
        expect(ignored?.[1] ?? '0.00').toBe(mL(found.ignored));
      }),
      { numRuns: 500 },
    );
    expect(named).toBeGreaterThan(200);
  });

  test('both Dice are said to be 0 where nothing is found, and nowhere else', () => {
    fc.assert(
      fc.property(matrix, (counts) => {
        const { answer, paired } = answerOf(counts);
        const { region, label } = paired;
        const isNothing = region.tp === 0 && region.fp + region.fn > 0 && label.fp + label.fn > 0;
        expect(/both Dice are 0/.test(gapSentences(answer, en).join(' '))).toBe(isNothing);
        expect(/Dice 均为 0，/.test(gapSentences(answer, zh).join(''))).toBe(isNothing);
      }),
      { numRuns: 500 },
    );
  });
});
